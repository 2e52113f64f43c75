import { callHttp } from '../http-call.ts';
import { WeChatError, type WeChat } from './wechat.ts';

interface Options {
  appId: string;
  appSecret: string;
  /** Tests put a server of their own here. */
  baseUrl?: string;
  now: () => number;
  timeoutMs?: number;
}

/** A ticket is good for 7200 s; a new one is asked for before that, ms (wechat.md §4). */
const SPARE_MS = 5 * 60_000;
/** After a refusal WeChat is left alone, ms: its limits are per day. */
const REST_MS = 30_000;

/**
 * WeChat's own service. Ticket and token are fetched when first needed and kept in this process; `stable_token` does not
 * end the token of another process, so several servers need no common store.
 */
export function createHttpWeChat({
  appId,
  appSecret,
  baseUrl = 'https://api.weixin.qq.com',
  now,
  timeoutMs = 4000,
}: Options): WeChat {
  let kept: { ticket: string; until: number } | undefined;
  let under: Promise<string> | undefined;
  let restUntil = 0;

  async function ask(path: string, body?: object): Promise<Record<string, unknown>> {
    const response = await callHttp({
      method: body ? 'POST' : 'GET',
      url: `${baseUrl}${path}`,
      body,
      timeoutMs,
      tries: 2,
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok || (answer.errcode !== undefined && answer.errcode !== 0))
      throw new WeChatError(`answered ${response.status} ${Number(answer.errcode ?? 0)}`);
    return answer;
  }

  async function fetchTicket(): Promise<string> {
    const token = await ask('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: appId,
      secret: appSecret,
    });
    if (typeof token.access_token !== 'string') throw new WeChatError('no token');
    const query = new URLSearchParams({ access_token: token.access_token, type: 'jsapi' });
    const { ticket, expires_in: seconds } = await ask(`/cgi-bin/ticket/getticket?${query}`);
    if (typeof ticket !== 'string') throw new WeChatError('no ticket');
    const goodMs = (typeof seconds === 'number' ? seconds : 7200) * 1000;
    kept = { ticket, until: now() + Math.max(60_000, goodMs - SPARE_MS) };
    return ticket;
  }

  return {
    kind: 'http',
    appId,
    ticket: () => {
      if (kept && kept.until > now()) return Promise.resolve(kept.ticket);
      if (restUntil > now()) return Promise.reject(new WeChatError('refused a moment ago'));
      // Thirty people in a branch ask at once: WeChat is asked once.
      under ??= fetchTicket()
        .catch((cause: unknown) => {
          restUntil = now() + REST_MS;
          throw cause instanceof WeChatError
            ? cause
            : new WeChatError('was not reached', { cause: undefined });
        })
        .finally(() => {
          under = undefined;
        });
      return under;
    },
  };
}
