import { WeChatError, type WeChat } from './wechat.ts';

/** No account with WeChat: its chooser is not offered, and nothing is missed. */
export const createNoWeChat = (): WeChat => ({
  kind: 'none',
  ticket: () => Promise.reject(new WeChatError('not set up')),
});
