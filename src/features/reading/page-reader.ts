import type { StoreApi } from 'zustand/vanilla';
import { createReader, type Reader, type ReaderState } from '#platform/speech/reader.ts';
import type { Voice } from '#platform/speech/voice.ts';
import type { ReadingRate } from '#domain/speech/pace.ts';
import { collectLines, NEWS, type LineKind, type ReadingLine } from './collect-lines.ts';
import { clearLine, showLine } from './show-line.ts';

/** Several things change when an answer is refused: they are read together. */
const NEWS_AFTER_MS = 300;

export interface PageWords {
  lng: string;
  say: (kind: LineKind) => string;
  /** Said after the last sentence. */
  end: string;
}

/** Reads the page that is there. */
export interface PageReader extends Pick<Reader, 'pause' | 'resume' | 'stop' | 'again'> {
  readonly state: StoreApi<ReaderState>;
  /** From the top. Call it inside the tap. */
  start(words: PageWords): void;
  /** Listens for errors from now on, while reading is on. @returns how to stop listening */
  watch(words: PageWords): () => void;
}

/** What a dialog covers is not there for anybody: the dialog is the page. */
function presentRoot(): Element | undefined {
  const dialogs = document.querySelectorAll('[role="dialog"], [role="alertdialog"]');
  return dialogs[dialogs.length - 1] ?? document.querySelector('main') ?? undefined;
}

/** The lowest point of the window that neither the controls nor the help bar cover, px. */
function freeBottom(): number {
  const covers = [...document.querySelectorAll('[data-dock], .help-bar')].filter(
    (one) => getComputedStyle(one).position === 'sticky',
  );
  const tops = covers
    .map((one) => one.getBoundingClientRect())
    .filter(
      (box) =>
        box.height > 0 && box.top > window.innerHeight / 3 && box.left < window.innerWidth / 2,
    )
    .map((box) => box.top);
  return Math.min(window.innerHeight, ...tops);
}

/** A reader of pages over these voices. */
export function createPageReader(voices: readonly Voice[], rate: () => ReadingRate): PageReader {
  const reader = createReader(voices, rate);
  let lines: ReadingLine[] = [];
  let shown = -1;

  reader.state.subscribe(({ status, index }) => {
    const isOn = status === 'reading' || status === 'paused' || status === 'blocked';
    const now = isOn ? index : -1;
    if (now === shown) return;
    shown = now;
    const line = lines[now];
    if (line) showLine(line, freeBottom());
    else clearLine();
  });

  function read(these: ReadingLine[], lng: string): void {
    lines = these;
    shown = -1;
    reader.start(
      these.map(({ text }) => text),
      lng,
    );
  }

  return {
    state: reader.state,
    pause: reader.pause,
    resume: reader.resume,
    stop: reader.stop,
    again: reader.again,
    start({ lng, say, end }) {
      const root = presentRoot();
      const found = root ? collectLines(root, say) : [];
      const last = root?.querySelector('h1') ?? root;
      read(last ? [...found, { text: end, element: last }] : found, lng);
    },
    watch({ lng, say }) {
      const textOf = (element: Element) => element.textContent?.trim() ?? '';
      const present = () =>
        [...(presentRoot()?.querySelectorAll(NEWS) ?? [])].filter(
          (one) =>
            textOf(one) !== '' && !one.parentElement?.closest(NEWS) && !one.closest('[data-dock]'),
        );
      let known = new Set(present().map(textOf));
      let timer: ReturnType<typeof setTimeout>;
      const look = () => {
        const now = present();
        const fresh = now.filter((one) => !known.has(textOf(one)));
        known = new Set(now.map(textOf));
        const { status } = reader.state.getState();
        if (fresh.length === 0 || !['preparing', 'reading', 'ended'].includes(status)) return;
        // The list of errors says what stands beside the fields as well.
        const summary = fresh.filter((one) => one.getAttribute('role') === 'alert');
        const heard = summary.length > 0 ? summary : fresh;
        read(
          heard.flatMap((one) => collectLines(one, say)),
          lng,
        );
      };
      const observer = new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(look, NEWS_AFTER_MS);
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      return () => {
        clearTimeout(timer);
        observer.disconnect();
      };
    },
  };
}
