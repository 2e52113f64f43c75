import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { AppContext } from '../http/context.ts';
import { chooseEncoding, type Encoding } from './encoding.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wasm': 'application/wasm',
};
const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz', identity: '' };
/** Names that change with their content: Vite's `name-hash.ext` in this folder. */
const HASHED = '/assets/';

interface Asset {
  /** Path of the file for each encoding that the build made. */
  files: Partial<Record<Encoding, string>>;
  type: string;
}

/** The client's files, listed once at start: a request can only name one of these, so no path leads anywhere else. */
export class Assets {
  readonly #assets: ReadonlyMap<string, Asset>;

  private constructor(assets: ReadonlyMap<string, Asset>) {
    this.#assets = assets;
  }

  /** @throws the file system's error when there is no such folder: nothing is built */
  static async load(folder: string): Promise<Assets> {
    const assets = new Map<string, Asset>();
    for (const entry of await readdir(folder, { recursive: true })) {
      const url = `/${entry.split(sep).join('/')}`;
      const type = types[extname(entry)];
      // The page files are served by their own rules; dot folders are the build's notes to itself.
      if (!type || url.split('/').some((part) => part.startsWith('.'))) continue;
      assets.set(url, { files: { identity: join(folder, entry) }, type });
    }
    const all = new Set(await readdir(folder, { recursive: true }));
    for (const [url, asset] of assets) {
      const name = url.slice(1).split('/').join(sep);
      for (const encoding of ['br', 'gzip'] as const) {
        const made = `${name}${endings[encoding]}`;
        if (all.has(made)) asset.files[encoding] = join(folder, made);
      }
    }
    return new Assets(assets);
  }

  /** Whether a path can only be a file's: then nothing else is offered for it. */
  isAssetPath(path: string): boolean {
    return path.startsWith(HASHED) || this.#assets.has(path);
  }

  /** The file of this path in the encoding that the browser takes, or 404. */
  async answer(c: AppContext): Promise<Response> {
    const asset = this.#assets.get(c.req.path);
    const found =
      asset && (await this.#read(asset, chooseEncoding(c.req.header('accept-encoding'))));
    if (!asset || !found) {
      // An old page asks for what a newer build no longer has: never to be remembered as missing.
      return new Response('', { status: 404, headers: { 'cache-control': 'no-store' } });
    }
    const isHashed = c.req.path.startsWith(HASHED);
    const etag = `"${createHash('sha256').update(found.bytes).digest('base64url').slice(0, 22)}"`;
    const headers: Record<string, string> = {
      'content-type': asset.type,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Accept-Encoding',
      etag,
      ...(found.encoding === 'identity' ? {} : { 'content-encoding': found.encoding }),
      // An SVG opened by itself is a page: without scripts.
      ...(asset.type.startsWith('image/svg')
        ? { 'content-security-policy': "default-src 'none'; sandbox" }
        : {}),
    };
    if (c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(found.bytes), {
      headers: { ...headers, 'content-length': String(found.bytes.length) },
    });
  }

  async #read(
    asset: Asset,
    wanted: Encoding,
  ): Promise<{ bytes: Buffer; encoding: Encoding } | undefined> {
    const encoding = asset.files[wanted] ? wanted : 'identity';
    const file = asset.files[encoding];
    return file ? { bytes: await readFile(file), encoding } : undefined;
  }
}
