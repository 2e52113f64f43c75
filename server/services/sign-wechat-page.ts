import { createHash } from 'node:crypto';
import { WeChatError } from '../adapters/wechat/wechat.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';

export interface WeChatSignature {
  appId: string;
  /** Seconds since 1970. */
  timestamp: number;
  nonceStr: string;
  signature: string;
}

/** The signature of WeChat's JS-SDK: the four in this order, as they are, without what follows `#` (wechat.md §4). */
export function signPage(ticket: string, nonceStr: string, timestamp: number, url: string): string {
  const [plain] = url.split('#');
  return createHash('sha1')
    .update(`jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${plain}`)
    .digest('hex');
}

/**
 * Signs an address of ours, so that WeChat lets the page there ask for photos.
 * @param origin of this server, as the person sees it
 * @throws ProblemError 404 `not-found` where WeChat is not set up, 422 `invalid` for an address that is not ours,
 * 503 `wechat-away` when WeChat gives no ticket
 */
export async function signWeChatPage(
  { wechat, clock, ids, log }: Parts,
  url: string,
  origin: string,
): Promise<WeChatSignature> {
  const { appId } = wechat;
  if (!appId) throw new ProblemError('not-found', 404);
  if (!URL.canParse(url) || new URL(url).origin !== origin) throw new ProblemError('invalid', 422);
  let ticket: string;
  try {
    ticket = await wechat.ticket();
  } catch (error) {
    if (!(error instanceof WeChatError)) throw error;
    log.warn('wechat-away', { why: error.message });
    throw new ProblemError('wechat-away', 503, { cause: error });
  }
  const nonceStr = ids.token().slice(0, 16);
  const timestamp = Math.floor(clock.now() / 1000);
  return { appId, timestamp, nonceStr, signature: signPage(ticket, nonceStr, timestamp, url) };
}
