// The walk over every page in every state, requirement by requirement: not yet part of `npm test`.
import process from 'node:process';

const { run } = await import('./lib/run.mjs');
const { ensureBuild } = await import('./ensure-build.mjs');
const { ensureBrowser } = await import('./ensure-browser.mjs');

await ensureBuild();
const env = { CHROMIUM_PATH: await ensureBrowser(), SL_CONFORMANCE: '1' };
const { code } = await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], {
  env,
  minutes: 30,
});
process.exitCode = code;
