import { join } from 'node:path';
import process from 'node:process';
import { refuseOldNode } from './node-version.mjs';

/** Readies one thing that a command needs, and gives the environment that tells of it. */
const ways = {
  build: async () => {
    const { ensureBuild } = await import('../ensure-build.mjs');
    await ensureBuild();
  },
  browser: async () => {
    const { ensureBrowser } = await import('../ensure-browser.mjs');
    return { CHROMIUM_PATH: await ensureBrowser() };
  },
  'chinese font': async () => {
    const { ensureChineseFont } = await import('../ensure-browser.mjs');
    await ensureChineseFont();
  },
  postgresql: async () => {
    const { ensurePostgres } = await import('../ensure-postgres.mjs');
    return ensurePostgres();
  },
  peers: async () => {
    const { root } = await import('./run.mjs');
    const { ensureInstalled } = await import('./install.mjs');
    await ensureInstalled(join(root, 'bench'));
  },
  s3: async () => {
    const { ensureService } = await import('../ensure-services.mjs');
    if (await ensureService('s3', { mayInstall: true })) return;
    throw new Error(
      'No OpenStack Swift. Debian: apt-get install swift-proxy swift-account swift-container swift-object memcached',
    );
  },
};

/**
 * One of our commands, from a fresh clone to its exit code: refuses an old Node, installs packages, readies what else it
 * needs, then runs one Node program to its end. What went wrong is one line. Its parts are imported late, so that an old
 * Node gets as far as being refused.
 * @param {string[]} args of Node: the program and what it is told
 * @param {object} options
 * @param {number} options.minutes the longest it may take
 * @param {('build' | 'browser' | 'chinese font' | 'postgresql' | 'peers' | 's3')[]} [options.needs] readied in this
 *   order; `peers` are the packages of bench/
 * @param {NodeJS.ProcessEnv} [options.env] what else the program's environment holds
 */
export async function runCommand(args, { minutes, needs = [], env = {} }) {
  refuseOldNode();
  const { run, say } = await import('./run.mjs');
  try {
    const { ensureInstalled } = await import('./install.mjs');
    await ensureInstalled();
    const found = { ...env };
    for (const need of needs) Object.assign(found, await ways[need]());
    const { code } = await run(process.execPath, args, { env: found, minutes });
    process.exitCode = code;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** What stands behind `--` on the command line. */
export const given = process.argv.slice(2);

/** Node's arguments for a program in TypeScript. */
export const script = (file) => ['--import', 'tsx', file];

/** Node's arguments for browser tests. */
export const playwright = (...args) => ['node_modules/@playwright/test/cli.js', 'test', ...args];

/** Node's arguments for the tests of the server in one file. */
export const serverTest = (file) => [
  ...['node_modules/vitest/vitest.mjs', 'run', '--project', 'server'],
  file,
];
