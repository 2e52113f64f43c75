import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './run.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds
 * @property {string} [note] why it failed, where the counts alone do not say it
 */

/** Which vitest project a file belongs to, for the table; the same folders as in vitest.config.ts. */
function projectOf(file) {
  if (/^(src\/domain|test\/(journeys|tools))\//.test(file)) return 'domain';
  if (/^src\//.test(file)) return 'ui';
  return /^(test\/)?server\//.test(file) ? 'server' : 'repo';
}

/**
 * Vitest's JSON report as one suite per project. A file that fails before its first test counts as one failure.
 * @param {string} file the report
 * @param {string[]} projects those expected to run: one without a test has failed
 * @returns {Suite[]}
 */
export function readVitest(file, projects) {
  const suites = projects.map((name) => ({ name, passed: 0, failed: 0, skipped: 0, seconds: 0 }));
  if (!existsSync(file)) {
    return suites.map((suite) => ({ ...suite, failed: 1, note: 'vitest wrote no report' }));
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const result of report.testResults) {
    const suite = suites.find(({ name }) => name === projectOf(relative(root, result.name)));
    if (!suite) continue;
    const states = result.assertionResults.map(({ status }) => status);
    const failed = states.filter((status) => status === 'failed').length;
    suite.passed += states.filter((status) => status === 'passed').length;
    suite.failed += failed || (result.status === 'failed' ? 1 : 0);
    suite.skipped += states.filter((status) =>
      ['pending', 'skipped', 'todo', 'disabled'].includes(status),
    ).length;
    suite.seconds += Math.max(0, (result.endTime - result.startTime) / 1000);
  }
  return suites.map(needsATest);
}

/**
 * Playwright's JSON report as one suite. A test that passed at the second try has failed: it is not reliable.
 * @param {string} file the report
 * @returns {Suite}
 */
export function readPlaywright(file, name) {
  if (!existsSync(file))
    return { name, passed: 0, failed: 1, skipped: 0, seconds: 0, note: 'no report was written' };
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = stats.unexpected + stats.flaky + (errors?.length ?? 0);
  return needsATest({
    name,
    passed: stats.expected,
    failed,
    skipped: stats.skipped,
    seconds: stats.duration / 1000,
  });
}

/** A suite in which nothing ran proves nothing. */
function needsATest(suite) {
  return suite.passed + suite.failed > 0 ? suite : { ...suite, failed: 1, note: 'nothing ran' };
}

/** The table of suites, and the plain line of sums that everything ends with. */
export function summary(suites) {
  const sum = (key) => suites.reduce((total, suite) => total + suite[key], 0);
  const rows = [['suite', 'passed', 'failed', 'skipped', 'seconds', '']].concat(
    suites.map((suite) => [
      suite.name,
      String(suite.passed),
      String(suite.failed),
      String(suite.skipped),
      suite.seconds.toFixed(1),
      suite.note ?? (suite.failed > 0 ? 'FAILED' : ''),
    ]),
  );
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => (i === 0 || i === 5 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd(),
  );
  return {
    table: lines.join('\n'),
    line: `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
    isGood: sum('failed') === 0 && sum('passed') > 0,
  };
}
