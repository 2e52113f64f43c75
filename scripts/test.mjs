import process from 'node:process';
import { refuseOldNode } from './lib/node-version.mjs';

/**
 * `npm test`: installs what is missing, a browser and a database too, and runs every suite. Nothing stops early: one run
 * tells all that is wrong. `npm test -- lint unit` runs only these.
 */
refuseOldNode();
const { mkdtempSync, rmSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { run, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBrowser, ensureChineseFont } = await import('./ensure-browser.mjs');
const { ensurePostgres } = await import('./ensure-postgres.mjs');
const { ensureService } = await import('./ensure-services.mjs');
const { inputsHash, writeStamp } = await import('./lib/stale.mjs');
const { readPlaywright, readVitest, summary } = await import('./lib/counts.mjs');

const NAMES = ['typecheck', 'eslint', 'format', 'imports', 'build', 'unit', 'browser'];
const GROUPS = { lint: ['typecheck', 'eslint', 'format', 'imports'] };

const asked = process.argv.slice(2).flatMap((name) => GROUPS[name] ?? [name]);
const unknown = asked.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  say(
    `No suite is called ${unknown.join(', ')}. There are: ${NAMES.join(', ')}; lint is the first four.`,
  );
  process.exit(2);
}
const isWanted = (name) => asked.length === 0 || asked.includes(name);

/** @type {import('./lib/counts.mjs').Suite[]} */
const suites = [];
const reports = mkdtempSync(join(tmpdir(), 'silverlane-test-'));
const env = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
const bin = (path) => `node_modules/${path}`;

/** Runs one Node program as one suite; `read` makes suites of its report, without it the exit code is one test. */
async function suite(name, args, read) {
  if (!isWanted(name)) return;
  say(`\n== ${name}`);
  const begun = Date.now();
  const { code, isTimedOut } = await run(process.execPath, args, { env, minutes: 32 });
  const seconds = (Date.now() - begun) / 1000;
  const failed = code === 0 ? 0 : 1;
  const result = read?.() ?? [{ name, passed: 1 - failed, failed, skipped: 0, seconds }];
  if (failed && result.every((one) => one.failed === 0)) {
    // Something outside of the tests, such as an error after the last of them.
    result.push({
      name: `${name} (exit)`,
      passed: 0,
      failed: 1,
      skipped: 0,
      seconds: 0,
      note: `exit code ${code}`,
    });
  }
  if (isTimedOut) result[0].note = 'took too long and was stopped';
  suites.push(...result);
}

/**
 * Programs of one thread each, two at a time, since two cores are the least that a machine has. Their words come whole and
 * one after the other.
 */
async function sideBySide(programs) {
  const wanted = programs.filter(([name]) => isWanted(name));
  const results = new Map();
  const waiting = [...wanted];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, args] = next;
      const begun = Date.now();
      const { code, output, isTimedOut } = await run(process.execPath, args, { env, quiet: true });
      say(`\n== ${name}\n${output.trimEnd()}`);
      results.set(name, {
        name,
        passed: code === 0 ? 1 : 0,
        failed: code === 0 ? 0 : 1,
        skipped: 0,
        seconds: (Date.now() - begun) / 1000,
        ...(isTimedOut ? { note: 'took too long and was stopped' } : {}),
      });
    }
  };
  await Promise.all([work(), work()]);
  suites.push(...wanted.map(([name]) => results.get(name)));
}

/** Readies a part that suites need; without it they run nevertheless and say in their own words what is missing. */
async function ready(name, ensure) {
  try {
    return await ensure();
  } catch (error) {
    say(error.message);
    suites.push({ name, passed: 0, failed: 1, skipped: 0, seconds: 0, note: 'not found' });
    return undefined;
  }
}

try {
  await ensureInstalled();
} catch (error) {
  say(error.message);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}
if (isWanted('browser')) {
  const chromium = await ready('chromium', ensureBrowser);
  if (chromium) env.CHROMIUM_PATH = chromium;
  await ensureChineseFont();
}
if (isWanted('unit') || isWanted('browser'))
  Object.assign(env, await ready('postgresql', ensurePostgres));

if (isWanted('unit')) {
  const mayInstall = process.env.CI !== undefined;
  for (const [name, what] of [
    ['s3', 'a real S3 server (npm run test:s3 installs one)'],
    ['scanner', 'ClamAV (Debian: clamav-daemon)'],
  ]) {
    if (!(await ensureService(name, { mayInstall }))) say(`Tests against ${what} are skipped.`);
  }
}

const hash = inputsHash();
await sideBySide([
  ['eslint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  ['typecheck', [bin('typescript/bin/tsc'), '--noEmit']],
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '.']],
  [
    'imports',
    [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', 'src', 'server'],
    ],
  ],
  // Before the tests: those of sizes, routes and the served pages read dist/.
  ['build', ['scripts/build.mjs']],
]);
if (suites.some(({ name, failed }) => name === 'build' && failed === 0)) writeStamp(hash);

const unitReport = join(reports, 'vitest.json');
await suite(
  'unit',
  [
    ...[bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json'],
    `--outputFile.json=${unitReport}`,
  ],
  () => readVitest(unitReport, ['domain', 'ui', 'server', 'repo']),
);

const browserReport = join(reports, 'playwright.json');
env.PLAYWRIGHT_JSON_OUTPUT_FILE = browserReport;
await suite('browser', [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], () => [
  readPlaywright(browserReport, 'browser'),
]);

rmSync(reports, { recursive: true, force: true });
const { table, line, isGood } = summary(suites);
console.log(`\n${table}\n\n${line}`);
process.exitCode = isGood ? 0 : 1;
