import process from 'node:process';
import { refuseOldNode } from './lib/node-version.mjs';

/** `npm run bench:ocr`: how well papers are read, beside tesseract.js. `-- --dir PATH` for labelled pictures of your own, `--json` for one object, `--make N --seed S --dir PATH` to draw unseen ones. */
refuseOldNode();
const { run, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');

try {
  await ensureInstalled();
  const args = ['--import', 'tsx', 'bench/ocr/run.ts', ...process.argv.slice(2)];
  const { code } = await run(process.execPath, args, { minutes: 60 });
  process.exitCode = code;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
