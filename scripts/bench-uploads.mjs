import process from 'node:process';
import { refuseOldNode } from './lib/node-version.mjs';

/**
 * `npm run bench:uploads`: twenty photos of 0.4 MB on a line of 100 kbit/s that is cut, with a reload and a server that is
 * killed in between; some twelve minutes. Writes bench/results/uploads.json.
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
    '--config=bench/uploads/playwright.config.ts',
    ...process.argv.slice(2),
  ];
  const { code } = await run(process.execPath, args, { env, minutes: 45 });
  process.exitCode = code;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
