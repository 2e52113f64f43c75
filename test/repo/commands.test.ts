import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaywright, readVitest, summary } from '../../scripts/lib/counts.mjs';
import { isInstalled } from '../../scripts/lib/install.mjs';
import { read, root } from './tree.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'silverlane-commands-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const writeJson = (file: string, value: unknown): string => {
  const path = join(folder, file);
  writeFileSync(path, JSON.stringify(value));
  return path;
};

describe('The commands', () => {
  it.each(['scripts/start.mjs', 'scripts/test.mjs', 'scripts/bench.mjs'])(
    '%s refuses an old Node with one clear line',
    (script) => {
      const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } })`;
      const args = [
        '--import',
        `data:text/javascript,${encodeURIComponent(old)}`,
        join(root, script),
      ];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr.trim().split('\n')).toEqual([
        expect.stringMatching(/^SilverLane needs Node 20\.19 or newer/),
      ]);
    },
  );

  it('are all there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const name of [
      'start',
      'test',
      'dev',
      'bench',
      'build',
      'lint',
      'format',
      'screens',
      'typecheck',
    ]) {
      expect(scripts).toHaveProperty(name);
      const file = /^node (\S+)/.exec(scripts[name] ?? '')?.[1];
      if (file) expect(read(file)).not.toBe('');
    }
  });

  it('are what CI runs', () => {
    expect(read('.ci/run')).toMatch(
      /^#!\/usr\/bin\/env bash\nset -euo pipefail\n[\s\S]*\nnpm test\n$/,
    );
    expect(statSync(join(root, '.ci/run')).mode & 0o111).not.toBe(0);
  });
});

describe('What is installed', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  };
  const install = (packages: Record<string, { version: string }>) => {
    writeJson('package-lock.json', lock);
    mkdirSync(join(folder, 'node_modules'));
    writeJson('node_modules/.package-lock.json', { packages });
  };

  it('is enough when every package has its version, another system’s left out', () => {
    install({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(folder)).toBe(true);
  });

  it('is not enough when a package is missing, has another version, or nothing was installed', () => {
    writeJson('package-lock.json', lock);
    expect(isInstalled(folder)).toBe(false);
    install({ 'node_modules/a': { version: '1.0.1' } });
    expect(isInstalled(folder)).toBe(false);
    writeJson('node_modules/.package-lock.json', { packages: {} });
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('The sums at the end of the tests', () => {
  const good = { name: 'one', passed: 3, failed: 0, skipped: 1, seconds: 1 };

  it('are one plain line', () => {
    const { line, isGood } = summary([good, { ...good, name: 'two', failed: 2 }]);
    expect(line).toBe('6 passed, 2 failed, 2 skipped');
    expect(isGood).toBe(false);
    expect(summary([good]).isGood).toBe(true);
  });

  it('are bad when nothing ran', () => {
    expect(summary([]).isGood).toBe(false);
    const report = writeJson('vitest.json', { testResults: [] });
    expect(readVitest(report, ['ui'])).toMatchObject([
      { name: 'ui', failed: 1, note: 'nothing ran' },
    ]);
    expect(readVitest(join(folder, 'none.json'), ['ui'])).toMatchObject([{ failed: 1 }]);
    expect(readPlaywright(join(folder, 'none.json'), 'browser')).toMatchObject({ failed: 1 });
  });

  it('count a file that broke before its first test, and a test that passed at the second try', () => {
    const broken = {
      name: join(root, 'src/ui/a.test.tsx'),
      status: 'failed',
      assertionResults: [],
      startTime: 0,
      endTime: 0,
    };
    const whole = {
      ...broken,
      status: 'passed',
      assertionResults: [{ status: 'passed' }, { status: 'pending' }],
    };
    const report = writeJson('vitest.json', { testResults: [broken, whole] });
    expect(readVitest(report, ['ui'])).toMatchObject([{ passed: 1, failed: 1, skipped: 1 }]);
    const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 0, duration: 1000 };
    expect(readPlaywright(writeJson('p.json', { stats, errors: [] }), 'browser')).toMatchObject({
      passed: 4,
      failed: 1,
    });
  });
});
