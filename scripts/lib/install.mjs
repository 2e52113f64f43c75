import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root, run, say, tail } from './run.mjs';

const stampFile = join(root, 'node_modules/.silverlane.json');
const machine = `${process.platform}-${process.arch}`;

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Whether node_modules is what package-lock.json says. npm keeps a lock of what it has installed, written last, so an
 * interrupted install shows; packages for another system only show by our own stamp.
 */
export function isInstalled(folder = root) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages ?? {};
  const present = readJson(join(folder, 'node_modules/.package-lock.json'))?.packages;
  if (!present) return false;
  const stamp = folder === root ? readJson(stampFile) : undefined;
  if (stamp && stamp.machine !== machine) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) =>
      path === '' ||
      (optional && !present[path]) ||
      (peer && !present[path]) ||
      present[path]?.version === version,
  );
}

/**
 * Installs what package-lock.json says where node_modules is missing or differs. Quiet unless it fails.
 * @throws Error with the end of npm's output
 */
export async function ensureInstalled(folder = root) {
  if (!isInstalled(folder)) {
    say('Installing packages (npm ci), a minute or two the first time …');
    // Under `npm start` this is the npm that was called; else the one on PATH.
    const npm = process.env.npm_execpath;
    const isScript = npm && /\.[cm]?js$/.test(npm);
    const args = [
      'ci',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--prefix',
      folder,
    ];
    const { code, output } = await run(
      isScript ? process.execPath : 'npm',
      isScript ? [npm, ...args] : args,
      {
        quiet: true,
      },
    );
    if (code !== 0) throw new Error(`npm ci failed (exit code ${code}):\n${tail(output)}`);
  }
  if (folder === root && !existsSync(stampFile))
    writeFileSync(stampFile, `${JSON.stringify({ machine })}\n`);
}
