import type { TextScaleSource } from '#domain/senior/signals.ts';

/**
 * The one owner of the root size (wechat.md §3.3). `ui/styles/modes.css` says
 * `font-size: calc(max(own step, host / mode) × rem base)`; this file alone sets the two properties that stand for host and
 * system, and takes them away again when neither asks for anything, so that the style sheet rules by itself.
 */
export type TextScales = Readonly<Partial<Record<TextScaleSource, number>>>;

export interface RootStyle {
  /** What host or system ask for, 1 to 2. */
  hostScale: number;
  /** What stands for one rem at scale 1, px: 16, with the zoom that the host applies by itself divided out. */
  remBase: number;
}

/** Our own text steps 2 to 5 begin above these (ui/styles/modes.css): what a step changes in the layout, a host's size does. */
const STEP_FROM = [1.01, 1.126, 1.26, 1.41] as const;
/** The largest text that is offered: twice the ordinary. */
const LARGEST = 2;
/** Differences below this are rounding. */
const ALIKE = 0.01;

/**
 * What to set on the root, or nothing where host and system ask for nothing. The larger of host and own step counts, never
 * their product: so zoom that is applied already (Android) and the browser's own default size are divided out.
 * @param isFollowed false: the person wants the page's own size, whatever the host says
 */
export function rootStyleOf(scales: TextScales, isFollowed: boolean): RootStyle | undefined {
  const zoom = sensible(scales['applied-zoom']) ?? 1;
  const wishes = Object.values(scales).flatMap((scale) => sensible(scale) ?? []);
  const isPlain = wishes.every((wish) => Math.abs(wish - 1) < ALIKE);
  if (isPlain) return undefined;
  const wish = isFollowed ? Math.min(LARGEST, Math.max(1, ...wishes)) : 1;
  return { hostScale: wish, remBase: 16 / zoom };
}

function sensible(scale: number | undefined): number | undefined {
  return scale !== undefined && scale >= 0.5 && scale <= 4 ? scale : undefined;
}

/** The wish that iOS WeChat writes into body's style; our own rule overrides its effect, but it stays readable. */
export function readTextAdjust(style: string | null): number | undefined {
  const percent = Number(/text-size-adjust:\s*([\d.]+)%/.exec(style ?? '')?.[1]);
  return percent > 0 ? percent / 100 : undefined;
}

/** `?fs=1.4` of a mini program's shell: a hint within reason. */
export function readShellHint(search: string): number | undefined {
  const hint = Number(/[?&]fs=(\d(?:\.\d+)?)(?:&|$)/.exec(search)?.[1]);
  return hint >= 0.8 && hint <= 2 ? hint : undefined;
}

/** The computed size of a text asked for with this style, px. */
function sizeOf(style: string): number {
  const probe = document.createElement('div');
  // Set by script and not in markup: the page's policy allows the one and not the other.
  probe.style.cssText = `position:absolute;visibility:hidden;line-height:1;${style}`;
  probe.textContent = '国';
  document.body.append(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size;
}

const isOther = (scale: number) => Number.isFinite(scale) && Math.abs(scale - 1) >= ALIKE;

/** The text step whose layout a host's wish needs, 1 to 5. */
export function stepOfScale(scale: number): number {
  return 1 + STEP_FROM.filter((from) => scale >= from).length;
}

/** What can be read off the page now. A source that says nothing is left out. */
function measure(): Partial<Record<TextScaleSource, number>> {
  const scales: Partial<Record<TextScaleSource, number>> = {};
  const zoom = sizeOf('font-size:100px') / 100;
  if (isOther(zoom)) scales['applied-zoom'] = zoom;
  const standard = sizeOf('font-size:medium') / 16 / (zoom || 1);
  if (isOther(standard)) scales['default-size'] = standard;
  if (window.CSS?.supports?.('font', '-apple-system-body')) {
    // 17px is iOS's default; a Mac says 13, which is no wish.
    const dynamic = sizeOf('font:-apple-system-body') / 17 / (zoom || 1);
    if (dynamic >= 0.8) scales['ios-dynamic-type'] = dynamic;
  }
  const adjust = readTextAdjust(document.body.getAttribute('style'));
  if (adjust !== undefined) scales['ios-adjust'] = adjust;
  return scales;
}

/** Where the page's head finds, before its first paint, what held when it was last open: `1.4;16`. */
const ROOT_KEY = 'sl_root';
/** What WeChat's bridge last told: it tells again only after the page has begun, and the text must not shrink until then. */
const BRIDGE_KEY = 'sl_bridge';
const FOLLOW_KEY = 'sl_follow';

/** Storage may be forbidden: then nothing is remembered and everything works. */
function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export interface RootSize {
  /** What WeChat has told by its bridge. */
  setHostScale: (ratio: number) => void;
  /** Whether the page follows host and system; kept on the device. */
  setFollowed: (isFollowed: boolean) => void;
  isFollowed: () => boolean;
  scales: () => TextScales;
  stop: () => void;
}

/**
 * Takes the root size over, and again whenever the host says something else: `menu:setfont` (by `setHostScale`), a change of
 * body's style, a page that comes back from the browser's memory.
 * @param onChange called when what host and system ask for has changed
 */
export function startRootSize(onChange: () => void): RootSize {
  const lastTold = parseFloat(recall(BRIDGE_KEY) ?? '');
  let bridge = Number.isFinite(lastTold) ? lastTold : undefined;
  let isFollowed = recall(FOLLOW_KEY) !== 'no';
  let scales: TextScales = {};
  const { style, dataset } = document.documentElement;
  const shell = readShellHint(location.search);

  const apply = () => {
    const before = JSON.stringify(scales);
    scales = {
      ...measure(),
      ...(bridge === undefined ? {} : { wechat: bridge }),
      ...(shell === undefined ? {} : { shell }),
    };
    const root = rootStyleOf(scales, isFollowed);
    if (root) {
      dataset.host = String(stepOfScale(root.hostScale));
      style.setProperty('--host-scale', String(root.hostScale));
      style.setProperty('--rem-base', `${root.remBase}px`);
    } else {
      delete dataset.host;
      style.removeProperty('--host-scale');
      style.removeProperty('--rem-base');
    }
    remember(ROOT_KEY, root && `${root.hostScale};${root.remBase}`);
    if (JSON.stringify(scales) !== before) onChange();
  };

  const observer = new MutationObserver(apply);
  observer.observe(document.body, { attributes: true, attributeFilter: ['style'] });
  addEventListener('pageshow', apply);
  apply();
  return {
    setHostScale: (ratio) => {
      bridge = ratio;
      remember(BRIDGE_KEY, isOther(ratio) ? String(ratio) : undefined);
      apply();
    },
    setFollowed: (follow) => {
      isFollowed = follow;
      remember(FOLLOW_KEY, follow ? undefined : 'no');
      apply();
    },
    isFollowed: () => isFollowed,
    scales: () => scales,
    stop: () => {
      observer.disconnect();
      removeEventListener('pageshow', apply);
    },
  };
}
