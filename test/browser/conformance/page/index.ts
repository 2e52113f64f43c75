import { checkEdges, checkIcons, checkTextContrast } from './contrast.ts';
import { runs } from './dom.ts';
import { checkFocus } from './focus.ts';
import { checkFrame } from './frame.ts';
import type { Finding, Note, Shown } from './note.ts';
import { checkTerms } from './terms.ts';
import { aims, checkGaps, checkTargets } from './taps.ts';
import { checkFontSizes, checkNothingCut, checkSentences, checkSpacing } from './text.ts';

/** The next frame; the browser, without a window, has been seen to draw none for minutes after a change of size. */
const frame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 500);
  });

/** Where the pinned bars stand and how long the page is. */
function arrangement(): string {
  const bars = [...document.querySelectorAll('aside, [data-dock]')].map((bar) => {
    const { top, height } = bar.getBoundingClientRect();
    return [top, height, bar.hasAttribute('data-tall')].join();
  });
  return [...bars, document.documentElement.scrollHeight].join(';');
}

/** Waits until media queries, observers of size and what hangs on them have come to rest. */
async function settle(): Promise<void> {
  await frame();
  let before = '';
  for (let i = 0; i < 10 && before !== arrangement(); i += 1) {
    before = arrangement();
    await frame();
  }
}

/** Shows the page with this text step and contrast, as the settings would. */
function show({ text, contrast }: Shown): void {
  const { dataset } = document.documentElement;
  dataset.text = String(text);
  dataset.contrast = contrast;
}

/** How often a look is taken again, and after how long, ms. */
const LOOKS = 6;
const BETWEEN = 100;

/**
 * What is found and stays: where something is wrong it is looked at again, since a page on a slow machine may be on its
 * way to what it will be. What a reader would meet is still there at the last look.
 */
async function collect(run: (note: Note) => void | Promise<void>): Promise<Finding[]> {
  for (let look = 1; ; look += 1) {
    const findings: Finding[] = [];
    await run((id, what) => void findings.push({ id, what }));
    if (findings.length === 0 || look === LOOKS) return findings;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    await settle();
  }
}

/** Everything that is seen, at one display. */
async function measure(shown: Shown): Promise<Finding[]> {
  show(shown);
  await settle();
  return collect((note) => {
    const { mode } = document.documentElement.dataset;
    if (mode !== shown.mode) note('M-0', `the page is in the ${mode} mode`);
    const all = runs();
    checkFontSizes(all, shown, note);
    checkSpacing(all, note);
    checkNothingCut(all, note);
    checkSentences(all, shown, note);
    checkTerms(all, shown, note);
    checkTextContrast(all, shown, note);
    checkIcons(note);
    checkEdges(note);
    checkTargets(shown, note);
    checkGaps(note);
    checkFrame(shown, note);
  });
}

/** As much room as W-1.4.12 lets a reader take; the page's policy on styles is about its own, not the reader's. */
const ROOM = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

async function spaced(shown: Shown): Promise<Finding[]> {
  const before = document.adoptedStyleSheets;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(ROOM);
  document.adoptedStyleSheets = [...before, sheet];
  show(shown);
  await settle();
  const found = await collect((note) => checkNothingCut(runs(), note));
  document.adoptedStyleSheets = before;
  return found.map(({ what }) => ({ id: 'W-1.4.12', what }));
}

/** Under the system's own colours (Windows contrast themes): text, icons and edges are still seen. */
async function forced(shown: Shown): Promise<Finding[]> {
  show(shown);
  await settle();
  const found = await collect((note) => {
    checkTextContrast(runs(), { ...shown, mode: 'standard', contrast: 'normal' }, note);
    checkIcons(note);
    checkEdges(note);
  });
  return found.map(({ what }) => ({ id: 'D-forced', what }));
}

/** What the walk calls in the page. */
const conformance = {
  measure,
  focus: async (shown: Shown) => {
    show(shown);
    await settle();
    return collect((note) => checkFocus(shown, note));
  },
  spaced,
  forced,
  aims: async () => {
    await settle();
    return aims();
  },
};

export type Conformance = typeof conformance;

(globalThis as unknown as { conformance: Conformance }).conformance = conformance;
