import { join } from 'node:path';
import process from 'node:process';
import { refuseOldNode } from './lib/node-version.mjs';

/** `npm run bench`: installs what is missing, ours and the peers', builds what is stale, and measures all in one run. */
refuseOldNode();
const { root, run, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuild } = await import('./ensure-build.mjs');
const { ensureBrowser, ensureChineseFont } = await import('./ensure-browser.mjs');

try {
  await ensureInstalled();
  await ensureInstalled(join(root, 'bench'));
  await ensureBuild();
  const CHROMIUM_PATH = await ensureBrowser();
  await ensureChineseFont();
  const args = ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)];
  const { code } = await run(process.execPath, args, { env: { CHROMIUM_PATH }, minutes: 60 });
  process.exitCode = code;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
