import type { Page } from '@playwright/test';

/** How a host behaves that stands in for WeChat's bridge (wechat.md §5): what it says, when, and in which form. */
export interface FakeHost {
  /** Android answers with text where iOS answers with objects. */
  os: 'android' | 'ios';
  /** As `menu:setfont` tells it: a ratio or a percentage. Absent: it never tells. */
  fontScale?: unknown;
  /** Absent: it never answers. */
  care?: unknown;
  /** The bridge comes this much after the page, ms. */
  afterMs?: number;
  /** Answers take this long, ms. */
  replyMs?: number;
}

/** Puts the host into every page that is opened from now on. `window.fakeSetFont` changes the size later. */
export async function installHost(page: Page, host: FakeHost): Promise<void> {
  await page.addInitScript((is: FakeHost) => {
    const inForm = (value: object) => (is.os === 'android' ? JSON.stringify(value) : value);
    const later = (run: () => void) => setTimeout(run, is.replyMs ?? 20);
    const world = window as unknown as Record<string, unknown>;
    const install = () => {
      world.WeixinJSBridge = {
        invoke: (name: string, _params: object, reply: (answer: unknown) => void) => {
          const isKnown = name === 'getUserConfig' && is.care !== undefined;
          if (isKnown) later(() => reply(inForm({ isCareMode: is.care })));
        },
        on: (event: string, hear: (payload: unknown) => void) => {
          if (event !== 'menu:setfont') return;
          world.fakeSetFont = (fontScale: unknown) => hear(inForm({ fontSize: '4', fontScale }));
          if (is.fontScale !== undefined)
            later(() => hear(inForm({ fontSize: '4', fontScale: is.fontScale })));
        },
      };
      document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    };
    if (is.afterMs === undefined) install();
    else setTimeout(install, is.afterMs);
  }, host);
}

/** The host's menu changes the text size while the page is open and listens. */
export async function setHostFont(page: Page, fontScale: unknown): Promise<void> {
  await page.waitForFunction(() => 'fakeSetFont' in window);
  await page.evaluate((scale) => {
    (window as unknown as { fakeSetFont: (to: unknown) => void }).fakeSetFont(scale);
  }, fontScale);
}
