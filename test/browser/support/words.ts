import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DisplayMode } from '#domain/senior/display.ts';

const locales = join(import.meta.dirname, '../../../locales');
const files = new Map<string, unknown>();

function lookUp(lng: string, ns: string, key: string): string | undefined {
  const name = join(locales, lng, `${ns}.json`);
  if (!files.has(name)) files.set(name, JSON.parse(readFileSync(name, 'utf8')));
  let at: unknown = files.get(name);
  for (const part of key.split('.')) at = (at as Record<string, unknown> | undefined)?.[part];
  return typeof at === 'string' ? at : undefined;
}

/** What a page says, by the same keys: a test names no word, so that a better word breaks no test. */
export type Say = (ns: string, key: string, values?: Record<string, string | number>) => string;

/**
 * The words as a customer sees them in this language and mode.
 * @throws Error for a key that does not exist
 */
export function wordsOf(lng: string, mode: DisplayMode): Say {
  return (ns, key, values = {}) => {
    const found =
      (mode === 'senior' ? lookUp(lng, ns, `${key}_senior`) : undefined) ?? lookUp(lng, ns, key);
    if (found === undefined) throw new Error(`no word ${lng}/${ns}:${key}`);
    return Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`{{${name}}}`, String(value)),
      found,
    );
  };
}

/** A question of a claim: the claim's own words first, then what all claims share. */
export function claimWordsOf(
  lng: string,
  mode: DisplayMode,
  claim: string,
): (key: string) => string {
  const say = wordsOf(lng, mode);
  return (key) => {
    try {
      return say(`claims/${claim}`, key);
    } catch {
      return say('claims', key);
    }
  };
}
