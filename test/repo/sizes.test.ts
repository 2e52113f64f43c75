import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { brotliBytes, builtScripts, manifest, staticClosure } from './built.ts';
import { read } from './tree.ts';

/** The first load of the home page, brotli, in KB of 1000 bytes. Over a village's 1.6 Mbit/s 100 KB are half a second. */
const MOST_SCRIPT = 100_000;
const MOST_STYLE = 12_000;
/** What a conversation brings beyond the shell: queue, log and chat; a call by voice is not part of it. */
const MOST_CHAT = 25_000;
const HOMES = ['zh-CN.standard', 'zh-CN.senior', 'en.standard', 'en.senior'];

/** Every script that a home page makes the browser fetch before anybody has touched anything. */
function firstScripts(page: string): string[] {
  const html = read(`dist/pages/home.${page}.html`);
  const chunks = manifest();
  const files = new Set(
    [...staticClosure(chunks, 'index.html')].map((key) => chunks[key]?.file ?? key),
  );
  for (const [tag] of html.matchAll(/<(?:link|script)\b[^>]*>/g)) {
    if (!/modulepreload|<script|as="script"/.test(tag)) continue;
    const file = /(?:href|src)="\/([^"]+)"/.exec(tag)?.[1];
    if (file) files.add(file);
  }
  return [...files].filter((file) => file.endsWith('.js'));
}

/** `\\xe9` and `\\u00e9` → `é`: minifiers write letters either way. */
function withoutEscapes(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4}))/gi,
    (_all, two?: string, four?: string) => String.fromCharCode(parseInt(two ?? four ?? '0', 16)),
  );
}

describe('The first load of the home page', () => {
  it.each(HOMES)('%s brings at most 100 KB of script', (page) => {
    const scripts = firstScripts(page);
    expect(scripts.length).toBeGreaterThan(0);
    const total = scripts.reduce((sum, file) => sum + brotliBytes(file), 0);
    expect(
      total,
      scripts.map((file) => `${file} ${brotliBytes(file)}`).join('\n'),
    ).toBeLessThanOrEqual(MOST_SCRIPT);
  });

  it.each(HOMES)('%s brings at most 12 KB of style', (page) => {
    const html = read(`dist/pages/home.${page}.html`);
    const inline = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)]
      .map(([, css]) => css ?? '')
      .join('');
    const linked = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="\/([^"]+)"/g)].map(
      ([, file]) => file ?? '',
    );
    expect(inline.length + linked.length).toBeGreaterThan(0);
    const total =
      brotliCompressSync(inline).length + linked.reduce((sum, file) => sum + brotliBytes(file), 0);
    expect(total).toBeLessThanOrEqual(MOST_STYLE);
  });

  it('brings nothing that only staff needs', () => {
    const chunks = manifest();
    const customer = new Set(HOMES.flatMap(firstScripts));
    const staff = Object.keys(chunks).filter((key) =>
      /src\/(app\/staff|features\/staff-)|locales\/.*\/staff/.test(key),
    );
    expect(staff.length).toBeGreaterThan(0);
    const leaked = staff.flatMap((key) =>
      [...customer].filter((file) => file === chunks[key]?.file),
    );
    expect(leaked).toEqual([]);
  });
});

describe('The page of a conversation', () => {
  it('brings at most 25 KB beyond the shell, and no voice', () => {
    const chunks = manifest();
    const shell = staticClosure(chunks, 'index.html');
    const keys = [...staticClosure(chunks, 'src/app/customer/conversation-page.tsx')];
    const files = keys
      .filter((key) => !shell.has(key))
      .flatMap((key) => [chunks[key]?.file ?? key, ...(chunks[key]?.css ?? [])]);
    const list = files.map((file) => `${file} ${brotliBytes(file)}`).join('\n');
    const total = files.reduce((sum, file) => sum + brotliBytes(file), 0);
    expect(total, list).toBeLessThanOrEqual(MOST_CHAT);
    expect(total).toBeGreaterThan(5000);
    // All that carries a call comes with the first tap or the first ring.
    const carries = (key: string) =>
      read(`dist/client/${chunks[key]?.file}`).includes('setRemoteDescription');
    const call = staticClosure(chunks, 'src/features/call/voice-call.tsx');
    expect([...call].filter(carries)).toHaveLength(1);
    expect(keys.filter(carries)).toEqual([]);
  });
});

describe('The built scripts', () => {
  it('carry the words of react-aria in Chinese and English only', async () => {
    const { resolve } = createRequire(import.meta.url);
    const [foreign, ours] = [new Set<string>(), new Set<string>()];
    for (const name of ['react-aria', 'react-aria-components', 'react-stately']) {
      const intl = join(dirname(resolve(`${name}/package.json`)), 'dist/private/intl');
      for (const file of readdirSync(intl, { recursive: true, encoding: 'utf8' })) {
        const locale = /(fr-FR|de-DE|ja-JP|ru-RU|zh-CN)\.mjs$/.exec(file)?.[1];
        if (!locale) continue;
        const { default: words } = (await import(join(intl, file))) as { default: object };
        for (const word of Object.values(words)) {
          if (typeof word === 'string' && word.length >= 4)
            (locale === 'zh-CN' ? ours : foreign).add(word);
        }
      }
    }
    // Words that English or our own Chinese also has would be false alarms; these have letters that neither has.
    const telling = [...foreign].filter((word) => /[À-ÿĀ-ſА-яぁ-ヿ]/.test(word));
    expect(telling.length).toBeGreaterThan(50);
    const scripts = builtScripts().map(({ file, text }) => ({ file, text: withoutEscapes(text) }));
    const found = scripts.flatMap(({ file, text }) =>
      telling.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
    // The search can see what is there: some of the Chinese ones.
    expect([...ours].filter((word) => scripts.some(({ text }) => text.includes(word)))).not.toEqual(
      [],
    );
  });
});
