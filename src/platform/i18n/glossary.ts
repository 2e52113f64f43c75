/** A word of the trade, and what it means in plain ones (W-3.1.3). */
export interface Term {
  id: string;
  /** The word itself first, then its other forms. */
  forms: readonly string[];
  /** One plain sentence. */
  gloss: string;
}

/** A piece of a text: words as they are, or a term that can be explained where it stands. */
export type TextPart = string | { id: string; word: string; gloss: string };

/** Between the other forms of a term, in either language. */
const BETWEEN_FORMS = /[、,]\s*/;
const LETTER = /[\p{Script=Latin}\d]/u;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The terms of a `glossary.json`; an entry without a word or without a gloss is left out. */
export function termsOf(file: unknown): Term[] {
  const { terms } = (file ?? {}) as { terms?: Readonly<Record<string, unknown>> };
  return Object.entries(terms ?? {}).flatMap(([id, entry]) => {
    const { term, gloss, forms } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    if (!isText(term) || !isText(gloss)) return [];
    return [{ id, gloss, forms: [term, ...(isText(forms) ? forms.split(BETWEEN_FORMS) : [])] }];
  });
}

/** Whether a word begins and ends here by itself: `claim` is not in `claimant`. Chinese has no such edges. */
function standsAlone(text: string, at: number, word: string): boolean {
  const end = at + word.length;
  const isInside = (outer: string | undefined, inner: string | undefined) =>
    outer !== undefined && inner !== undefined && LETTER.test(outer) && LETTER.test(inner);
  return !isInside(text[at - 1], word[0]) && !isInside(text[end], word[word.length - 1]);
}

/**
 * A text in pieces: each term where it first stands, the longest that fits; the same term again stays plain text,
 * so that one block of text never asks for the same tap twice.
 */
export function findTerms(text: string, terms: readonly Term[]): TextPart[] {
  const words = terms
    .flatMap(({ id, forms, gloss }) =>
      forms.map((form) => ({ id, gloss, form: form.toLowerCase() })),
    )
    .sort((a, b) => b.form.length - a.form.length);
  const lower = text.toLowerCase();
  const found = new Set<string>();
  const parts: TextPart[] = [];
  let [plain, at] = ['', 0];
  while (at < text.length) {
    const hit = words.find(
      ({ form }) => lower.startsWith(form, at) && standsAlone(lower, at, form),
    );
    const length = hit?.form.length ?? 1;
    const word = text.slice(at, at + length);
    if (hit && !found.has(hit.id)) {
      found.add(hit.id);
      if (plain !== '') parts.push(plain);
      parts.push({ id: hit.id, word, gloss: hit.gloss });
      plain = '';
    } else plain += word;
    at += length;
  }
  return plain === '' ? parts : [...parts, plain];
}
