import claimsEn from '#locales/en/claims.json' with { type: 'json' };
import claimsZh from '#locales/zh-CN/claims.json' with { type: 'json' };
import type { Lng } from './words.ts';

type Fields = Readonly<Record<string, { short?: string } | undefined>>;
const fields: Readonly<Record<Lng, Fields>> = { 'zh-CN': claimsZh.fields, en: claimsEn.fields };

/** What a paper is called in a text, as on the page where it was first asked for. */
export function paperWords(lng: Lng, field: string): string {
  return fields[lng][field]?.short ?? field;
}
