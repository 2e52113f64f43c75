import type { Page } from '@playwright/test';

/** What a claim costs the person who files it. */
export interface Effort {
  /** Pages met, the first one included. */
  pages: number;
  /** Taps with finger or mouse, and choices made by them. */
  taps: number;
  /** Characters typed, and not chosen, photographed or known. */
  typed: number;
  /** Bytes over the network in both directions, headers included. */
  bytes: number;
}

const nothing: Effort = { pages: 0, taps: 0, typed: 0, bytes: 0 };

export interface EffortWatch {
  /** What it has cost so far. */
  read: () => Effort;
  /** What it has cost since the last mark, or since the beginning. */
  sinceMark: () => Effort;
  mark: () => void;
}

/**
 * Counts from here on what the person does in this page. A tap is what reaches the page as a trusted click (the second
 * one that a label sends to its box is the same tap); typed is what grows in a text box.
 */
export async function watchEffort(page: Page): Promise<EffortWatch> {
  const now = { ...nothing };
  let marked = { ...nothing };
  let path: string | undefined;
  const meet = (url: string) => {
    const { pathname } = new URL(url);
    // A sign of a page in the making (the browser's own empty page) is none.
    if (!url.startsWith('http') || pathname === path) return;
    path = pathname;
    now.pages += 1;
  };
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) meet(frame.url());
  });
  page.on('requestfinished', (request) => {
    request
      .sizes()
      .then((sizes) => {
        now.bytes +=
          sizes.requestBodySize +
          sizes.requestHeadersSize +
          sizes.responseBodySize +
          sizes.responseHeadersSize;
      })
      // The page went away in the meantime: its last bytes are lost to the count and to nobody else.
      .catch(() => undefined);
  });
  await page.exposeFunction('slEffort', (taps: number, typed: number) => {
    now.taps += taps;
    now.typed += typed;
  });
  const count = () => {
    const tell = (window as unknown as { slEffort: (taps: number, typed: number) => void })
      .slEffort;
    const lengths = new WeakMap<EventTarget, number>();
    let last = -1000;
    document.addEventListener(
      'click',
      (event) => {
        if (!event.isTrusted || event.timeStamp - last < 5) return;
        last = event.timeStamp;
        tell(1, 0);
      },
      true,
    );
    document.addEventListener(
      'input',
      ({ target }) => {
        const isText =
          target instanceof HTMLTextAreaElement ||
          (target instanceof HTMLInputElement &&
            !['radio', 'checkbox', 'file', 'range'].includes(target.type));
        if (!isText) return;
        const before = lengths.get(target) ?? 0;
        lengths.set(target, target.value.length);
        tell(0, Math.max(0, target.value.length - before));
      },
      true,
    );
  };
  // The page that is open, and each that is loaded after it.
  await page.evaluate(count);
  await page.addInitScript(count);
  return {
    read: () => ({ ...now }),
    mark: () => {
      marked = { ...now };
    },
    sinceMark: () => ({
      pages: now.pages - marked.pages,
      taps: now.taps - marked.taps,
      typed: now.typed - marked.typed,
      bytes: now.bytes - marked.bytes,
    }),
  };
}
