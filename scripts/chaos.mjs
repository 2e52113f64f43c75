import process from 'node:process';
import { refuseOldNode } from './lib/node-version.mjs';

/**
 * `npm run test:chaos [-- ROUNDS]`: the server killed right after an acknowledged submit, a hundred times unless said
 * otherwise, on both databases. `npm test` has the same in a few rounds.
 */
refuseOldNode();
const { run, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensurePostgres } = await import('./ensure-postgres.mjs');

try {
  await ensureInstalled();
  const env = { CRASH_ROUNDS: process.argv[2] ?? '100', ...(await ensurePostgres()) };
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'server',
    'test/server/crash.test.ts',
  ];
  const { code } = await run(process.execPath, args, { env, minutes: 120 });
  process.exitCode = code;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
