import process from 'node:process';
import { refuseOldNode } from './lib/node-version.mjs';

/**
 * `npm start`: from a fresh clone to a page that works. Installs what is missing, builds what is stale, then becomes the
 * server, in this process, so that signals reach it. Plain Node: nothing is installed yet when it begins.
 */
refuseOldNode();
const { releaseSignals, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuild } = await import('./ensure-build.mjs');

try {
  await ensureInstalled();
  await ensureBuild();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
releaseSignals();
await import('../dist/server/main.js');
