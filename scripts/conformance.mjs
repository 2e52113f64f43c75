import process from 'node:process';
import { refuseOldNode } from './lib/node-version.mjs';

/**
 * `npm run conformance`: walks every page in every state at every display, writes docs/conformance.md and fails where a
 * requirement is not met. `npm run conformance -- --few` is content with the displays of `npm test`.
 */
refuseOldNode();
const { run, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuild } = await import('./ensure-build.mjs');
const { ensureBrowser, ensureChineseFont } = await import('./ensure-browser.mjs');

const isFew = process.argv.includes('--few');
try {
  await ensureInstalled();
  await ensureBuild();
  const env = {
    CHROMIUM_PATH: await ensureBrowser(),
    SL_CONFORMANCE: isFew ? 'few' : 'whole',
    WRITE_CONFORMANCE: '1',
  };
  await ensureChineseFont();
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--project=conformance-report'];
  const { code } = await run(process.execPath, args, { env, minutes: 40 });
  process.exitCode = code;
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
