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
if (process.env.npm_lifecycle_event === 'start') {
  // npm runs this in a shell, and a shell that is told to end does not tell us: its end is our sign to end as cleanly.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}
await import('../dist/server/main.js');
