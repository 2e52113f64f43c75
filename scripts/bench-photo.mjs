import process from 'node:process';
import { refuseOldNode } from './lib/node-version.mjs';

/**
 * `npm run bench:photo`: how long a photo of 12 megapixels is looked at and made small on a phone that is four times
 * slower, beside what the browser itself needs to open and draw it. Writes bench/results/photo.json.
 */
refuseOldNode();
const { run, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuild } = await import('./ensure-build.mjs');
const { ensureBrowser } = await import('./ensure-browser.mjs');

try {
  await ensureInstalled();
  await ensureBuild();
  const env = { CHROMIUM_PATH: await ensureBrowser() };
  const args = [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config=bench/photo/playwright.config.ts',
    ...process.argv.slice(2),
  ];
  const { code } = await run(process.execPath, args, { env, minutes: 10 });
  process.exitCode = code;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
