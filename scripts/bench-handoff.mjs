import { join } from 'node:path';
import process from 'node:process';
import { refuseOldNode } from './lib/node-version.mjs';

/** `npm run bench:handoff`: messages, queue and streams under kills, cuts and load, beside socket.io in the same run. */
refuseOldNode();
const { root, run, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuild } = await import('./ensure-build.mjs');
const { ensurePostgres } = await import('./ensure-postgres.mjs');

try {
  await ensureInstalled();
  await ensureInstalled(join(root, 'bench'));
  await ensureBuild();
  const env = await ensurePostgres();
  const args = ['--import', 'tsx', 'bench/handoff/run.ts', ...process.argv.slice(2)];
  const { code } = await run(process.execPath, args, { env, minutes: 60 });
  process.exitCode = code;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
