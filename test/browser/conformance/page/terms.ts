import glossary from '../../../../locales/zh-CN/glossary.json' with { type: 'json' };
import { findTerms, termsOf } from '../../../../src/platform/i18n/glossary.ts';
import { nameOf, scope, type Run } from './dom.ts';
import type { Note, Shown } from './note.ts';

const terms = termsOf(glossary);
const idsIn = (text: string) =>
  findTerms(text, terms).flatMap((part) => (typeof part === 'string' ? [] : [part]));

/** What cannot hold a button inside, or is data; like single words it is followed by the repository's own test. */
const NO_GLOSS =
  'a, button, label, legend, h1, h2, h3, dt, dd, summary, .text-bubble, .error-summary, .field-error, [role=alert]';

const SENTENCE = /[。！？；]/;

/** Terms of the trade in running text of the senior pages that nothing on the page explains by a tap. */
export function checkTerms(all: readonly Run[], shown: Shown, note: Note): void {
  if (shown.mode !== 'senior' || shown.lng !== 'zh-CN' || shown.audience !== 'customer') return;
  const explained = new Set(
    [...scope().querySelectorAll('.gloss-term, .gloss-word')].flatMap(({ textContent }) =>
      idsIn(textContent ?? '').map(({ id }) => id),
    ),
  );
  for (const block of new Set(all.map((run) => run.block))) {
    if (block.closest(NO_GLOSS) || !SENTENCE.test(block.innerText)) continue;
    for (const { id, word } of idsIn(block.innerText)) {
      if (!explained.has(id)) note('W-3.1.3', `${word} is not explained: ${nameOf(block)}`);
    }
  }
}
