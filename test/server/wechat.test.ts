import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpWeChat } from '#server/adapters/wechat/http.ts';
import { createNoWeChat } from '#server/adapters/wechat/none.ts';
import type { WeChat } from '#server/adapters/wechat/wechat.ts';
import type { Parts } from '#server/parts.ts';
import { signPage, signWeChatPage } from '#server/services/sign-wechat-page.ts';

/** The test vector of Tencent's own appendix (wechat.md §4). */
const TICKET =
  'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg';
const NONCE = 'Wm3WZYTPz0wzccnW';
const AT = 1414587457;

describe('The signature of a page', () => {
  it.each([
    ['http://mp.weixin.qq.com?params=value', '0f9de62fce790f9a083d5c99e95740ceb90c27ed'],
    ['http://mp.weixin.qq.com?params=value#part', '0f9de62fce790f9a083d5c99e95740ceb90c27ed'],
    ['http://mp.weixin.qq.com', 'f4d90daf4b3bca3078ab155816175ba34c443a7b'],
  ])('of %s is the one that Tencent gives', (url, signature) => {
    expect(signPage(TICKET, NONCE, AT, url)).toBe(signature);
  });
});

const partsWith = (wechat: WeChat) =>
  ({
    wechat,
    clock: { now: () => AT * 1000 },
    ids: { token: () => `${NONCE}and-more` },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  }) as unknown as Parts;
const ours = 'https://lane.example';

describe('A page inside WeChat', () => {
  const wechat: WeChat = { kind: 'http', appId: 'wx1', ticket: () => Promise.resolve(TICKET) };

  it('is signed when it is ours', async () => {
    const url = `${ours}/claims/new/hospital/papers`;
    expect(await signWeChatPage(partsWith(wechat), url, ours)).toEqual({
      appId: 'wx1',
      timestamp: AT,
      nonceStr: NONCE,
      signature: signPage(TICKET, NONCE, AT, url),
    });
  });

  it.each(['https://other.example/', 'https://lane.example.other/', 'javascript:0', 'no url'])(
    'is not signed when it is not ours: %s',
    async (url) => {
      await expect(signWeChatPage(partsWith(wechat), url, ours)).rejects.toMatchObject({
        code: 'invalid',
        status: 422,
      });
    },
  );

  it('is told that there is no WeChat where the insurer has none', async () => {
    await expect(
      signWeChatPage(partsWith(createNoWeChat()), `${ours}/`, ours),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("WeChat's service", () => {
  let server: Server;
  let asked: string[] = [];
  afterEach(() => server.close());

  async function start(answers: Readonly<Record<string, object>>) {
    asked = [];
    server = createServer((request, response) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      asked.push(path);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answers[path] ?? { errcode: 404 }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    let now = 1_000_000;
    const wechat = createHttpWeChat({
      appId: 'wx1',
      appSecret: 'quiet',
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      now: () => now,
    });
    return { wechat, later: (ms: number) => (now += ms) };
  }
  const good = {
    '/cgi-bin/stable_token': { access_token: 't', expires_in: 7200 },
    '/cgi-bin/ticket/getticket': { errcode: 0, ticket: TICKET, expires_in: 7200 },
  };

  it('is asked once for all, and again before the ticket is stale', async () => {
    const { wechat, later } = await start(good);
    const both = await Promise.all([wechat.ticket(), wechat.ticket()]);
    expect(both).toEqual([TICKET, TICKET]);
    later(6_000_000);
    await wechat.ticket();
    expect(asked).toHaveLength(2);
    later(1_000_000);
    await wechat.ticket();
    expect(asked).toHaveLength(4);
  });

  it('is left alone for a while after it has refused, and its answer holds no secret', async () => {
    const { wechat, later } = await start({
      '/cgi-bin/stable_token': { errcode: 40125, errmsg: 'invalid appsecret' },
    });
    await expect(wechat.ticket()).rejects.toThrow('answered 200 40125');
    await expect(wechat.ticket()).rejects.toThrow('a moment ago');
    expect(asked).toHaveLength(1);
    later(31_000);
    await expect(wechat.ticket()).rejects.toThrow('40125');
    expect(asked).toHaveLength(2);
  });
});
