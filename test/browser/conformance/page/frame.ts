import { isShown, nameOf } from './dom.ts';
import type { Note, Shown } from './note.ts';

const HELP_ORDER = ['human-status', 'human', 'hotline'];

/** What must stand on every page whatever it says: the human control, the page's scale, no window nobody asked for. */
export function checkFrame(shown: Shown, note: Note): void {
  const viewport = document.querySelector<HTMLMetaElement>('meta[name=viewport]')?.content ?? '';
  const most = /maximum-scale\s*=\s*([\d.]+)/.exec(viewport)?.[1];
  if (/user-scalable\s*=\s*(no|0)/.test(viewport) || (most && Number(most) < 5)) {
    note('M-4.1a', `the page cannot be enlarged: ${viewport}`);
  }
  const dialogs = document.querySelectorAll('[role=dialog], [role=alertdialog], dialog[open]');
  if (!shown.isDialog && dialogs.length > 0) note('M-5.1.1', 'a dialog that nobody asked for');
  for (const close of document.querySelectorAll('[role=dialog] .dialog-close button')) {
    const [box, frame] = [close, close.closest('[role=dialog]')].map((e) =>
      e?.getBoundingClientRect(),
    );
    if (!box || !frame) continue;
    const offset = Math.abs((box.left + box.right) / 2 - (frame.left + frame.right) / 2);
    if (offset > 2) note('M-2.4', 'the close button is not at the bottom centre');
  }
  for (const foreign of document.querySelectorAll(
    'iframe, object, embed, marquee, video[autoplay]',
  )) {
    note('M-5.1.1', `no place for ${nameOf(foreign)}`);
  }
  const headings = [...document.querySelectorAll('h1')].filter(isShown);
  if (headings.length !== 1) note('W-2.4.10', `${headings.length} main headings`);
  if (shown.audience === 'customer' && !shown.isDialog) checkHelp(note);
}

/** H1, N-40c, W-3.2.6: once, after the page's own matter, person before telephone, by the same name, seen at once. */
function checkHelp(note: Note): void {
  const found = [...document.querySelectorAll<HTMLElement>('[data-help]')];
  const order = found.map((element) => element.dataset.help);
  if (order.join() !== HELP_ORDER.join()) note('W-3.2.6', `help in the order ${order.join(', ')}`);
  const [, human, hotline] = found;
  const main = document.querySelector('main');
  if (!human || !hotline || !main) return note('N-40c', 'no human control');
  const isAfter = main.compareDocumentPosition(human) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (!isAfter) note('W-3.2.6', 'the human control stands before the page’s own matter');
  const name = human.textContent?.trim() ?? '';
  if (!/^(找真人|Talk to a person|Get a person|Ask a person)/.test(name)) {
    note('W-3.2.6', `the human control is called “${name}”`);
  }
  if (!/^tel:\+?\w+$/.test(hotline.getAttribute('href') ?? '')) note('H-1', 'no telephone link');
  checkPlace(human, note);
}

/** Beside the page on a wide window, at the bottom edge on an upright phone, last on the page where it would hide it. */
function checkPlace(human: HTMLElement, note: Note): void {
  const bar = human.closest('aside') ?? human;
  const box = bar.getBoundingClientRect();
  const main = document.querySelector('main')?.getBoundingClientRect();
  if (innerWidth >= 960) {
    if (main && box.left < main.right) note('W-3.2.6', 'the human control is not beside the page');
    if (box.top > innerHeight / 2) note('N-40c', 'the human control is not in sight');
  } else if (innerHeight >= 480 && !bar.hasAttribute('data-tall')) {
    if (Math.abs(box.bottom - innerHeight) > 1) {
      note('W-3.2.6', `the human control ends at ${box.bottom} in a window of ${innerHeight}`);
    }
  } else if (main && box.top < main.bottom - 1)
    note('W-3.2.6', 'the human control covers the page');
}
