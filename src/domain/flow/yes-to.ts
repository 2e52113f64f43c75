import type { Answers, FieldSpec } from './types.ts';

/** FNV-1a over UTF-16 units: a fingerprint to compare by, no secret. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/**
 * The answer that stands for "yes" to a key matter (P6): it holds for this version of its text and for these answers.
 * Where an answer that it showed is changed afterwards, the yes no longer holds and is asked for again.
 */
export function yesTo(spec: Extract<FieldSpec, { kind: 'matter' }>, before: Answers): string {
  const shown = spec.shows.map((field) => [field, before[field] ?? null]);
  return `yes@${spec.version}.${fingerprint(JSON.stringify(shown))}`;
}
