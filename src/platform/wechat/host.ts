/** The program around the page, as far as its user agent tells. */
export type Host =
  | 'wecom'
  | 'devtools'
  | 'wechat-harmony'
  | 'wechat-android'
  | 'wechat-ios'
  | 'wechat-desktop'
  | 'browser';

/**
 * The host, asked in this order: WeCom also says MicroMessenger, and WeChat on HarmonyOS is neither Android nor iOS
 * (wechat.md §1). Never by version: HarmonyOS counts anew from 1.0.
 */
export function detectHost(userAgent: string, platform = ''): Host {
  if (/wxwork\//i.test(userAgent)) return 'wecom';
  if (/wxdebugger/i.test(userAgent) || /wxdebugger/i.test(platform)) return 'devtools';
  if (!/micromessenger/i.test(userAgent)) return 'browser';
  if (/arkweb/i.test(userAgent)) return 'wechat-harmony';
  if (/android/i.test(userAgent)) return 'wechat-android';
  if (/iphone|ipad/i.test(userAgent)) return 'wechat-ios';
  return /mac|win/i.test(platform + userAgent) ? 'wechat-desktop' : 'browser';
}

/** What WeChat has told of the person's own settings. What is absent is unknown, which is never "no". */
export interface HostSigns {
  /** Ratio to the standard text size. */
  fontScale?: number;
  isCareMode?: boolean;
}

interface Bridge {
  invoke: (name: string, params: object, reply: (answer: unknown) => void) => void;
  on: (event: string, hear: (payload: unknown) => void) => void;
}

/** How long an answer about the care mode may take, ms: after that it is unknown, and stays so. */
const CARE_MODE_MS = 3000;

/** Android answers with text in places where iOS answers with objects (wechat.md §5). */
function asRecord(answer: unknown): Readonly<Record<string, unknown>> {
  let value = answer;
  if (typeof value === 'string') {
    try {
      value = JSON.parse(value);
    } catch {
      // Text that is no JSON tells nothing.
      return {};
    }
  }
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/**
 * `fontScale` of `menu:setfont` as a ratio. Its unit is not documented: some describe a ratio, Tencent's own page reads
 * a percentage and takes 0 and less for the standard size (wechat.md §3.1). What is no number is unknown.
 */
export function readFontScale(payload: unknown): number | undefined {
  const said = asRecord(payload).fontScale;
  const isText = typeof said === 'string' && said.trim() !== '';
  const value = typeof said === 'number' ? said : isText ? Number(said) : NaN;
  if (!Number.isFinite(value)) return undefined;
  const ratio = value <= 0 ? 1 : value > 10 ? value / 100 : value;
  // No host offers less than .9 or more than 1.8; outside of this it is a mistake, and a mistake is no wish.
  return ratio >= 0.5 && ratio <= 4 ? ratio : undefined;
}

/** `isCareMode` of `getUserConfig`, an undocumented call: anything but a plain yes or no is unknown. */
export function readCareMode(answer: unknown): boolean | undefined {
  const { isCareMode } = asRecord(answer);
  if (isCareMode === true || isCareMode === 'true' || isCareMode === 1) return true;
  if (isCareMode === false || isCareMode === 'false' || isCareMode === 0) return false;
  return undefined;
}

function bridgeOf(window: Window): Bridge | undefined {
  const bridge = (window as { WeixinJSBridge?: Partial<Bridge> }).WeixinJSBridge;
  return typeof bridge?.invoke === 'function' && typeof bridge.on === 'function'
    ? (bridge as Bridge)
    : undefined;
}

/**
 * Hears what WeChat tells of text size and care mode, from now on. Without its bridge nothing happens, ever; a bridge that
 * throws, answers nonsense or never answers is as good as none.
 * @param onSigns called with all that is known, each time something becomes known
 * @returns stops listening
 */
export function watchHost(onSigns: (signs: HostSigns) => void): () => void {
  let signs: HostSigns = {};
  let isStopped = false;
  const tell = (more: HostSigns) => {
    if (isStopped) return;
    signs = { ...signs, ...more };
    onSigns(signs);
  };

  const begin = () => {
    const bridge = bridgeOf(window);
    if (!bridge) return;
    let isInTime = true;
    setTimeout(() => {
      isInTime = false;
    }, CARE_MODE_MS);
    try {
      bridge.on('menu:setfont', (payload) => {
        const fontScale = readFontScale(payload);
        if (fontScale !== undefined) tell({ fontScale });
      });
      bridge.invoke('getUserConfig', {}, (answer) => {
        const isCareMode = readCareMode(answer);
        if (isInTime && isCareMode !== undefined) tell({ isCareMode });
      });
    } catch {
      // A bridge of another make: then nothing is known.
    }
  };

  if (bridgeOf(window)) begin();
  else document.addEventListener('WeixinJSBridgeReady', begin, { once: true });
  return () => {
    isStopped = true;
    document.removeEventListener('WeixinJSBridgeReady', begin);
  };
}
