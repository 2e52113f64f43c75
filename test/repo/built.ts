import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { read, root } from './tree.ts';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;

/** Vite's own list of what was built. @throws when there is none: run the build first */
export function manifest(): Manifest {
  return JSON.parse(read('dist/client/.vite/manifest.json')) as Manifest;
}

/** A chunk and all that it imports statically, as keys of the manifest. */
export function staticClosure(
  chunks: Manifest,
  key: string,
  seen = new Set<string>(),
): Set<string> {
  const chunk = chunks[key];
  if (!chunk) throw new Error(`the build has no ${key}`);
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of chunk.imports ?? []) staticClosure(chunks, imported, seen);
  return seen;
}

/** Bytes as the server sends them to a browser that takes brotli. @throws when the compressed file is missing */
export function brotliBytes(file: string): number {
  return statSync(join(root, 'dist/client', `${file}.br`)).size;
}

/** Every script that was built for the browser, with its text. */
export function builtScripts(): { file: string; text: string }[] {
  const folder = join(root, 'dist/client');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}
