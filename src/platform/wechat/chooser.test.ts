import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openChooser } from './chooser.ts';
import type { Sdk } from './sdk.ts';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; V2309A; wv) AppleWebKit/537.36 Chrome/130.0.6723.103 Mobile Safari/537.36 XWEB/1300473 MicroMessenger/8.0.56.2800(0x2800385B) NetType/WIFI';
const IOS =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50(0x1800323b)';
const HARMONY =
  'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile MicroMessenger/1.0.6';

type Reply = (answer: Record<string, unknown>) => void;
interface BridgeOptions {
  verify?: (times: number) => string;
  choose?: string;
  form: 'android' | 'ios' | 'harmony';
}

/** WeChat's bridge as weixin-js-sdk 1.6.5 sees it: it answers later, in the form of its system (wechat.md §5). */
function installBridge({ verify = () => 'ok', choose = 'ok', form }: BridgeOptions) {
  const calls: { name: string; params: Record<string, unknown> }[] = [];
  let allowed: readonly string[] = [];
  let pending = 0;
  let verified = 0;
  const asText = form !== 'ios';
  const picture = form === 'ios' ? 'data:image/jgp;base64,/9j/\n2Q==' : '/9j/\n2Q==';
  const answerTo = (name: string, params: Record<string, unknown>): Record<string, unknown> => {
    if (name === 'preVerifyJSAPI') {
      allowed = params.verifyJsApiList as string[];
      verified += 1;
      return { err_msg: `preVerifyJSAPI:${verify(verified)}` };
    }
    if (name === 'checkJsApi') {
      const list = params.jsApiList as string[];
      const result = Object.fromEntries(list.map((one) => [one, allowed.includes(one)]));
      return {
        err_msg: 'checkJsApi:ok',
        checkResult: asText ? JSON.stringify(result) : result,
      };
    }
    if (name === 'getNetworkType') return { err_msg: 'network_type:wifi' };
    if (!allowed.includes(name)) return { err_msg: `${name}:access_denied` };
    if (name === 'chooseImage') {
      const ids = ['wxLocalResource://0', 'wxLocalResource://1'];
      return { err_msg: `chooseImage:${choose}`, localIds: asText ? JSON.stringify(ids) : ids };
    }
    return { err_msg: `${name}:ok`, localData: picture };
  };
  const invoke = (name: string, params: Record<string, unknown>, reply: Reply) => {
    calls.push({ name, params: { ...params } });
    if (name === 'getLocalImgData') {
      pending += 1;
      expect(pending, 'one picture at a time').toBe(1);
    }
    setTimeout(() => {
      if (name === 'getLocalImgData') pending -= 1;
      reply(answerTo(name, params));
    }, 2);
  };
  Object.assign(window, { WeixinJSBridge: { invoke, on: () => undefined } });
  return calls;
}

const sign = (url: string) =>
  Promise.resolve({ appId: 'wx1', timestamp: 1, nonceStr: 'n', signature: `for ${url}` });

const source = readFileSync(createRequire(import.meta.url).resolve('weixin-js-sdk'), 'utf8');
/** The real package, brought anew: it looks at user agent and address once, when it is brought. */
function load(): Promise<Sdk> {
  const module = { exports: {} as Sdk };
  compileFunction(source, ['module', 'exports'])(module, module.exports);
  Object.assign(window, { wx: module.exports });
  return Promise.resolve(module.exports);
}
const quick = { sign, load, configMs: 300, pictureMs: 300 };

function be(userAgent: string) {
  vi.stubGlobal('navigator', { userAgent, platform: '' });
  vi.stubGlobal('Image', class {});
}

describe("WeChat's chooser", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    Object.assign(window, { WeixinJSBridge: undefined, wx: undefined });
  });

  it.each([
    ['Android', ANDROID, 'android'],
    ['iOS', IOS, 'ios'],
    ['HarmonyOS', HARMONY, 'harmony'],
  ] as const)(
    'on %s gives what was chosen, in that order, one after the other',
    async (_, ua, form) => {
      be(ua);
      const calls = installBridge({ form });
      const chooser = await openChooser(quick);
      const files = (await chooser?.choose(20)) ?? [];
      expect(files.map(({ name, type, size }) => [name, type, size])).toEqual([
        ['wechat-1.jpg', 'image/jpeg', 4],
        ['wechat-2.jpg', 'image/jpeg', 4],
      ]);
      const asked = calls.find(({ name }) => name === 'chooseImage');
      expect(asked?.params).toMatchObject({ count: 9, sourceType: ['album', 'camera'] });
    },
  );

  it('gives nothing when nothing was chosen', async () => {
    be(ANDROID);
    installBridge({ form: 'android', choose: 'cancel' });
    expect(await (await openChooser(quick))?.choose(3)).toEqual([]);
  });

  it('is not offered outside WeChat, and neither server nor WeChat is asked', async () => {
    be('Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile Safari/537.36');
    const asked = vi.fn(sign);
    expect(await openChooser({ ...quick, sign: asked })).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });

  it('is not offered where the insurer is not set up for it', async () => {
    be(ANDROID);
    const calls = installBridge({ form: 'android' });
    const away = () => Promise.reject(new Error('404'));
    expect(await openChooser({ ...quick, sign: away })).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it.each([
    ['refuses the signature', { verify: () => 'fail_invalid signature' }],
    ['refuses the address', { verify: () => 'fail_invalid url domain' }],
  ])('is not offered when WeChat %s', async (_what, options) => {
    be(ANDROID);
    installBridge({ form: 'android', ...options });
    expect(await openChooser(quick)).toBeUndefined();
  });

  it('is not offered when WeChat is silent', async () => {
    be(ANDROID);
    Object.assign(window, {
      WeixinJSBridge: { invoke: () => undefined, on: () => undefined },
    });
    expect(await openChooser(quick)).toBeUndefined();
  });
});
