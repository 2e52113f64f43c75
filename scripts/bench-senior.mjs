import process from 'node:process';
import { refuseOldNode } from './lib/node-version.mjs';

/** `npm run bench:senior`: the policy of the two modes on simulated people. Installs what is missing; no build, no browser. */
refuseOldNode();
const { run, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');

try {
  await ensureInstalled();
  const args = ['--import', 'tsx', 'bench/senior/run.ts', ...process.argv.slice(2)];
  const { code } = await run(process.execPath, args, { minutes: 10 });
  process.exitCode = code;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
