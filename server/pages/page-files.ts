import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { LinkState } from '#domain/api/link.ts';
import { hoursAsText } from '#domain/handoff/hours-text.ts';
import type { DisplayChoice } from '#domain/senior/display.ts';
import type { Config } from '../config.ts';
import { humanHoursSaid, type Lng } from '../http/words.ts';
import type { Encoding } from './encoding.ts';

/** Hashes of the inline pieces of the pages, `sha256-…`, for the content security policy. */
export interface PageHashes {
  scriptHashes: readonly string[];
  styleHashes: readonly string[];
}

export type PageName = 'home' | 'human' | 'shell';

export interface PageVariant extends DisplayChoice {
  name: PageName;
  lng: Lng;
  /** The link by which the page was opened, where it was one of ours. */
  link?: LinkState;
}

export interface ReadyPage {
  bytes: Uint8Array;
  etag: string;
}

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);
/** Made once for each variant and kept: worth more than the quickest, less than the build's slowest. */
const BROTLI_QUALITY = 9;

/** Text as it stands in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** What is dialled: digits and a leading plus only. */
export function telHref(hotline: string): string {
  return `tel:${hotline.replace(/[^\d+]/g, '')}`;
}

type PageConfig = Pick<Config, 'hotline' | 'appMode' | 'humanHours'>;

function fillTokens(html: string, lng: Lng, config: PageConfig): string {
  return html
    .replaceAll('__SL_HOURS_SAID__', () => escapeHtml(humanHoursSaid(lng, config.humanHours)))
    .replaceAll('__SL_HOURS__', () => escapeHtml(hoursAsText(config.humanHours)))
    .replaceAll('tel:__SL_HOTLINE__', () => escapeHtml(telHref(config.hotline)))
    .replaceAll('__SL_HOTLINE__', () => escapeHtml(config.hotline))
    .replaceAll('__SL_APP_MODE__', () => escapeHtml(config.appMode));
}

/** Puts the visitor's text step and contrast on `<html>`, before the first paint, and the link that they came by. */
function dress(html: string, { text, contrast, link }: PageVariant): string {
  return html.replace(/<html\b[^>]*>/, (tag) =>
    tag
      .replace('data-text="1"', `data-text="${text}"`)
      .replace(
        'data-contrast="normal"',
        `data-contrast="${contrast}"${link ? ` data-link="${link}"` : ''}`,
      ),
  );
}

/** Compresses in the encoding asked for. */
export async function compress(bytes: Buffer, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'br')
    return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
  return encoding === 'gzip' ? gz(bytes) : bytes;
}

/** The build's page files, filled in for where the server runs, and every variant that was asked for, compressed. */
export class PageFiles {
  readonly hashes: PageHashes;
  readonly #html: ReadonlyMap<string, string>;
  readonly #ready = new Map<string, Promise<ReadyPage>>();

  private constructor(html: ReadonlyMap<string, string>, hashes: PageHashes) {
    this.#html = html;
    this.hashes = hashes;
  }

  /** @throws the file system's error when nothing is built */
  static async load(folder: string, config: PageConfig): Promise<PageFiles> {
    const html = new Map<string, string>();
    for (const file of await readdir(folder)) {
      if (!file.endsWith('.html')) continue;
      const lng = file.split('.')[1] === 'en' ? 'en' : 'zh-CN';
      const text = await readFile(join(folder, file), 'utf8');
      html.set(file.slice(0, -5), fillTokens(text, lng, config));
    }
    const hashes = JSON.parse(await readFile(join(folder, 'pages.json'), 'utf8')) as PageHashes;
    return new PageFiles(html, hashes);
  }

  /** The HTML of a variant. @throws Error when the build lacks it */
  html(variant: PageVariant): string {
    const html = this.#html.get(`${variant.name}.${variant.lng}.${variant.mode}`);
    if (html === undefined)
      throw new Error(`the build has no page ${variant.name}.${variant.lng}.${variant.mode}`);
    return dress(html, variant);
  }

  /** A variant as it is sent, made once. There are 1200 at most, of some 20 KB; a few dozen in practice. */
  ready(variant: PageVariant, encoding: Encoding): Promise<ReadyPage> {
    const { name, lng, mode, text, contrast, link } = variant;
    const key = [name, lng, mode, text, contrast, link, encoding].join('.');
    const made = this.#ready.get(key) ?? this.#make(variant, encoding);
    this.#ready.set(key, made);
    return made;
  }

  async #make(variant: PageVariant, encoding: Encoding): Promise<ReadyPage> {
    const bytes = await compress(Buffer.from(this.html(variant), 'utf8'), encoding);
    return {
      bytes,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    };
  }
}
