import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './run.mjs';

/** All that dist/ is made of. */
const INPUTS = [
  'src',
  'server',
  'locales',
  'public',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
].concat(['scripts/build.mjs', 'scripts/build', 'package.json', 'package-lock.json']);
const stampFile = join(root, 'dist/.stamp');

function* filesIn(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}

/** A hash of every file that the build reads. Content, not times: a fresh clone and a changed branch both count. */
export function inputsHash() {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    for (const file of filesIn(join(root, input))) {
      if (/\.(test|examples)\.tsx?$/.test(file)) continue;
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** Whether dist/ is missing, unfinished or made of other files than those here now. */
export function isBuildStale() {
  if (!existsSync(join(root, 'dist/server/main.js')) || !existsSync(stampFile)) return true;
  return readFileSync(stampFile, 'utf8').trim() !== inputsHash();
}

/** Says that dist/ is whole. Take the hash before the build begins: a file changed during it makes it stale. */
export function writeStamp(hash) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, `${hash}\n`);
}
