import process from 'node:process';
import { refuseOldNode } from './lib/node-version.mjs';

/**
 * `npm run test:s3`: the storage of photos against a real S3 server, OpenStack Swift, which is installed with the
 * system's package manager where that may be.
 */
refuseOldNode();
const { run, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureService } = await import('./ensure-services.mjs');

try {
  await ensureInstalled();
  if (!(await ensureService('s3', { mayInstall: true })))
    throw new Error(
      'No OpenStack Swift. Debian: apt-get install swift-proxy swift-account swift-container swift-object memcached',
    );
  const test = ['run', '--project', 'server', 'test/server/s3.test.ts'];
  const { code } = await run(process.execPath, ['node_modules/vitest/vitest.mjs', ...test], {
    minutes: 10,
  });
  process.exitCode = code;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
