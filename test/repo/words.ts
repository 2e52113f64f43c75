import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read, root } from './tree.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Every file of words of a language, by name without `.json`: `common`, `claims/hospital`. */
export function wordFiles(lng: Language): string[] {
  return readdirSync(join(root, 'locales', lng), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, '').replaceAll('\\', '/'))
    .sort();
}

/** The texts of a file, by dotted key. */
export function wordsOf(lng: Language, file: string): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (value: unknown, key: string) => {
    if (typeof value === 'string') texts.set(key, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value))
        add(inner, key === '' ? name : `${key}.${name}`);
    } else throw new Error(`locales/${lng}/${file}.json: ${key} is no text`);
  };
  add(JSON.parse(read(`locales/${lng}/${file}.json`)), '');
  return texts;
}

/** A key without what i18next adds to it: the senior variant and, in English, the plural's form. */
export function baseOf(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '').replace(/_senior$/, '');
}
