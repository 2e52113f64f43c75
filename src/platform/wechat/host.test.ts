import { afterEach, describe, expect, it, vi } from 'vitest';
import { detectHost, readCareMode, readFontScale, watchHost, type HostSigns } from './host.ts';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; V2309A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.103 Mobile Safari/537.36 XWEB/1300473 MMWEBSDK/20241202 MicroMessenger/8.0.56.2800(0x2800385B) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64';
const IOS =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50(0x1800323b) NetType/WIFI Language/zh_CN';
const HARMONY =
  'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile MicroMessenger/1.0.6 WeChat/arm64 Weixin NetType/WIFI Language/zh_CN';

describe('The program around the page', () => {
  it.each([
    [ANDROID, 'Linux armv8l', 'wechat-android'],
    [IOS, 'iPhone', 'wechat-ios'],
    [HARMONY, '', 'wechat-harmony'],
    [`${ANDROID} wxwork/4.0.20`, '', 'wecom'],
    [`${IOS} wxdebugger`, '', 'devtools'],
    [
      'Mozilla/5.0 (Windows NT 10.0) MicroMessenger/7.0.20 WindowsWechat',
      'Win32',
      'wechat-desktop',
    ],
    ['Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile Safari/537.36', '', 'browser'],
    ['', '', 'browser'],
  ])('is recognised: %s', (userAgent, platform, host) => {
    expect(detectHost(userAgent, platform)).toBe(host);
  });
});

describe("WeChat's text size", () => {
  it.each([
    [{ fontSize: '4', fontScale: 1.4 }, 1.4],
    [{ fontSize: '4', fontScale: 140 }, 1.4],
    [{ fontScale: '140' }, 1.4],
    ['{"fontSize":"4","fontScale":"1.4"}', 1.4],
    [{ fontScale: 0 }, 1],
    [{ fontScale: -1 }, 1],
    [{ fontScale: 94 }, 0.94],
    [{ fontSize: '4' }, undefined],
    [{ fontScale: '' }, undefined],
    [{ fontScale: NaN }, undefined],
    [{ fontScale: Infinity }, undefined],
    [{ fontScale: 9 }, undefined],
    [{ fontScale: 100_000 }, undefined],
    [{ fontScale: {} }, undefined],
    ['not json', undefined],
    [undefined, undefined],
    [null, undefined],
    [7, undefined],
  ])('%j is the ratio %s', (payload, ratio) => {
    expect(readFontScale(payload)).toBe(ratio);
  });
});

describe("WeChat's care mode", () => {
  it.each([
    [{ isCareMode: true }, true],
    ['{"isCareMode":true}', true],
    [{ isCareMode: 'true' }, true],
    [{ isCareMode: false }, false],
    [{ err_msg: 'getUserConfig:function_not_exist' }, undefined],
    [{ isCareMode: 'yes' }, undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j says %s', (answer, is) => {
    expect(readCareMode(answer)).toBe(is);
  });
});

function refuse(): void {
  throw new Error('no');
}
const bridges: [string, unknown][] = [
  ['throws', { invoke: refuse, on: refuse }],
  ['is no bridge', 'bridge'],
  ['lacks half', { invoke: () => undefined }],
  ['is null', null],
];

describe('A page inside WeChat', () => {
  const world = window as { WeixinJSBridge?: unknown };
  const started: (() => void)[] = [];
  const listen = () => {
    const heard: HostSigns[] = [];
    started.push(watchHost((signs) => heard.push(signs)));
    return heard;
  };
  afterEach(() => {
    vi.useRealTimers();
    for (const stop of started.splice(0)) stop();
    delete world.WeixinJSBridge;
  });

  it('hears a bridge that comes later, and every change of the text size', () => {
    const heard = listen();
    let setFont: (payload: unknown) => void = () => undefined;
    world.WeixinJSBridge = {
      invoke: (_name: string, _params: object, reply: (answer: unknown) => void) =>
        reply('{"isCareMode":true}'),
      on: (_event: string, hear: (payload: unknown) => void) => {
        setFont = hear;
      },
    };
    document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    setFont({ fontSize: '4', fontScale: 140 });
    setFont('nonsense');
    setFont({ fontSize: '2', fontScale: 100 });
    expect(heard).toEqual([
      { isCareMode: true },
      { isCareMode: true, fontScale: 1.4 },
      { isCareMode: true, fontScale: 1 },
    ]);
  });

  it('does not take an answer that comes too late for one, and no answer for "off"', () => {
    vi.useFakeTimers();
    let reply: (answer: unknown) => void = () => undefined;
    world.WeixinJSBridge = {
      invoke: (_name: string, _params: object, answer: (value: unknown) => void) => {
        reply = answer;
      },
      on: () => undefined,
    };
    const heard = listen();
    vi.advanceTimersByTime(10_000);
    expect(heard).toEqual([]);
    reply({ isCareMode: true });
    expect(heard).toEqual([]);
  });

  it.each(bridges)('is as well off without a bridge that %s', (_what, bridge) => {
    world.WeixinJSBridge = bridge;
    expect(listen()).toEqual([]);
  });
});
