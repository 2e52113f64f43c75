import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a copy without git would have beside the repository's own files. */
const NOT_OURS =
  /^(node_modules|dist|data|\.git|\.cache|test-results|playwright-report|bench\/\.work)(\/|$)/;

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.test(path)) continue;
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

/** Every file of the repository, as git knows it; from a copy without git, what lies there. */
export function repositoryFiles(): string[] {
  const files = existsSync(join(root, '.git'))
    ? execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
    : [...walk('')];
  return files.filter((file) => file !== '' && existsSync(join(root, file)));
}

/** A file's text. @throws when it is missing: a rule whose file is gone must not pass. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Files that hold text which people wrote; pictures and fonts are left out. */
export function textFiles(): string[] {
  return repositoryFiles().filter(
    (file) => !/\.(png|jpe?g|heic|webp|ico|woff2?|pdf|db|bin|exe)$/i.test(file),
  );
}
