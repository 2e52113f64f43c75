/** What is used of weixin-js-sdk 1.6.5; its own types lack half of it (wechat.md §8). */
export interface Sdk {
  config: (settings: {
    appId: string;
    timestamp: number;
    nonceStr: string;
    signature: string;
    jsApiList: string[];
  }) => void;
  ready: (hear: () => void) => void;
  error: (hear: (answer: { errMsg?: string }) => void) => void;
  checkJsApi: (call: { jsApiList: string[] } & Replies<{ checkResult?: unknown }>) => void;
  chooseImage: (
    call: { count: number; sizeType: string[]; sourceType: string[] } & Replies<{
      localIds?: unknown;
    }>,
  ) => void;
  getLocalImgData: (call: { localId: string } & Replies<{ localData?: unknown }>) => void;
}
export interface Replies<T> {
  success?: (answer: T) => void;
  fail?: (answer: { errMsg?: string }) => void;
  cancel?: () => void;
}

/** What the server signs for one address of ours; see `GET /api/wechat/signature`. */
export interface WeChatSignature {
  appId: string;
  timestamp: number;
  nonceStr: string;
  signature: string;
}

/** Brings the SDK: it reads user agent and address when it is brought, so never before the page stands. */
export async function loadSdk(): Promise<Sdk> {
  const sdk = ((await import('weixin-js-sdk')) as unknown as { default: Sdk }).default;
  // Its second `getLocalImgData` asks for a global of this name (wechat.md §6, trap 5).
  (window as { wx?: Sdk }).wx = sdk;
  return sdk;
}
