import { linesOf, nameOf, runs, scope, type Run } from './dom.ts';
import type { Note, Shown } from './note.ts';

/** Buttons, headings and table heads hold a few words, no running text. */
const NO_PARAGRAPH = 'button, .button, h1, h2, h3, th, summary, .toggle';
/** What WCAG calls blocks of text, by the elements that M-1.2a names. */
const PARAGRAPH = 'p, li, dd, dt, label, td';

/** Sizes of text: 18 px and more in the senior mode, 30 and more for everything of the page at the largest step. */
export function checkFontSizes(all: readonly Run[], shown: Shown, note: Note): void {
  for (const { element, style } of all) {
    const size = parseFloat(style.fontSize);
    if (shown.mode === 'senior' && size < 18) {
      note('M-1.1b', `${size.toFixed(1)} px is under 18: ${nameOf(element)}`);
    }
    if (shown.text === 5 && size < 30 && !element.closest('.dock')) {
      note('M-1.1a', `${size.toFixed(1)} px is under 30 at the largest step: ${nameOf(element)}`);
    }
  }
}

/** Room between lines (1.5 for running text, 1.3 for everything) and between paragraphs (1.5 lines). */
export function checkSpacing(all: readonly Run[], note: Note): void {
  for (const block of new Set(all.map((run) => run.block))) {
    const style = getComputedStyle(block);
    const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    const isText = block.closest(PARAGRAPH) !== null && block.closest(NO_PARAGRAPH) === null;
    if (isText && ratio < 1.495) {
      note('M-1.2a', `line height ${ratio.toFixed(2)} is under 1.5: ${nameOf(block)}`);
    } else if (ratio < 1.2) {
      note('M-1.2a', `line height ${ratio.toFixed(2)} is under 1.2: ${nameOf(block)}`);
    }
    if (style.textAlign === 'justify') note('W-1.4.8', `is justified: ${nameOf(block)}`);
    if (isText) checkLineLength(block, style, note);
  }
  for (const second of scope().querySelectorAll('p + p')) {
    const first = second.previousElementSibling;
    if (!first?.textContent?.trim() || !second.textContent?.trim()) continue;
    const gap = second.getBoundingClientRect().top - first.getBoundingClientRect().bottom;
    const line = parseFloat(getComputedStyle(first).lineHeight);
    if (gap >= 0 && gap / line < 1.295) {
      const ratio = (gap / line).toFixed(2);
      note('M-1.2b', `paragraph gap ${ratio} lines is under 1.3: before ${nameOf(second)}`);
    }
  }
}

function checkLineLength(block: HTMLElement, style: CSSStyleDeclaration, note: Note): void {
  const text = block.innerText;
  const isChinese = /[\u4e00-\u9fff]/.test(text);
  // A Chinese character is one em wide, a Latin letter about half of one.
  const characters = block.clientWidth / parseFloat(style.fontSize) / (isChinese ? 1 : 0.5);
  const most = isChinese ? 40 : 80;
  if (text.length > most && characters > most + 0.5) {
    note('W-1.4.8', `lines of ${Math.floor(characters)} characters: ${nameOf(block)}`);
  }
}

/** Text that is cut off, runs out of its box, or makes the page scroll sideways. */
export function checkNothingCut(all: readonly Run[], note: Note): void {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    note('W-1.4.10', `the page is ${scrollWidth} px wide in a window of ${clientWidth}`);
  }
  const clipped = new Set<Element>();
  for (const run of all) {
    const frame = run.element.closest('a, button, label, td, th, li, dd, [role=dialog]');
    const limit = frame?.getBoundingClientRect();
    for (const line of linesOf(run.node)) {
      if (line.right > clientWidth + 1 || line.left < -1) {
        note('W-1.4.10', `runs out of the window: ${nameOf(run.element)}`);
        break;
      }
      const isOut =
        limit &&
        (line.right > limit.right + 1 ||
          line.left < limit.left - 1 ||
          line.bottom > limit.bottom + 3 ||
          line.top < limit.top - 3);
      if (isOut) {
        note('W-1.4.4', `runs out of its ${frame?.tagName.toLowerCase()}: ${nameOf(run.element)}`);
        break;
      }
    }
    for (let at: Element | null = run.element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const isCutX = overflowX !== 'visible' && at.scrollWidth > at.clientWidth + 1;
      const isCutY = /hidden|clip/.test(overflowY) && at.scrollHeight > at.clientHeight + 1;
      if ((isCutX || isCutY) && !clipped.has(at)) {
        clipped.add(at);
        note('W-1.4.4', `its text is cut off: ${nameOf(at)}`);
      }
    }
  }
}

/** Characters of a sentence: each Chinese one, and each number or foreign word as one. */
export function lengthOf(sentence: string): number {
  return (sentence.match(/[\u3400-\u9fff]|[A-Za-z0-9][A-Za-z0-9.,*·-]*/g) ?? []).length;
}

/** Sentences of the senior text that are longer than 25 characters. What the person or the insurer wrote is data. */
export function checkSentences(all: readonly Run[], shown: Shown, note: Note): void {
  if (shown.mode !== 'senior' || shown.lng !== 'zh-CN' || shown.audience !== 'customer') return;
  for (const block of new Set(all.map((run) => run.block))) {
    if (block.closest('dd, .text-bubble')) continue;
    for (const sentence of block.innerText.split(/[。！？；：!?;…\n]+/)) {
      const length = lengthOf(sentence);
      if (length > 25) note('W-3.1.5', `${length} characters: “${sentence.trim()}”`);
    }
  }
}

export { runs };
