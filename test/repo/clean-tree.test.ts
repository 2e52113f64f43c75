import { describe, expect, it } from 'vitest';
import { read, repositoryFiles, textFiles } from './tree.ts';

/** Lines of the repository's text files that match, as `file:line: text`. */
function linesWith(pattern: RegExp, files = textFiles()): string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, at) =>
        pattern.test(line) ? [`${file}:${at + 1}: ${line.trim().slice(0, 160)}`] : [],
      ),
  );
}

const sources = repositoryFiles().filter((file) => /\.(ts|tsx|mjs|cjs|js|jsx|css)$/.test(file));

describe('The repository', () => {
  it('is where this test looks for it', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources).toContain('src/domain/flow/walk.ts');
  });

  it('names no package registry: whoever installs it uses their own', () => {
    // Put together from parts, so that this file does not find itself.
    const hosts = [
      'registry\\.npm',
      'registry\\.yarn',
      'npmmirror',
      'npm\\.taobao',
      'jfrog\\.io',
      'pythonhosted',
    ].join('|');
    expect(linesWith(new RegExp(`https?://[^\\s"']*(${hosts})`))).toEqual([]);
    const locks = repositoryFiles().filter((file) => file.endsWith('package-lock.json'));
    expect(locks).toContain('package-lock.json');
    expect(linesWith(/"resolved": "http/, locks)).toEqual([]);
  });

  it('has no path of anybody’s own machine', () => {
    const homes = [
      '(?<![\\w.])/home/(?!page)\\w+/',
      '/Users/\\w+/',
      '(?<![\\w./$}])/root/',
      '[A-Z]:\\\\\\\\Users',
    ].join('|');
    const places = ['(?<![\\w./$}])/work/(?!flow)', '(?<![\\w./$}])/mnt/'].join('|');
    const files = textFiles().filter((file) => file !== 'test/repo/clean-tree.test.ts');
    expect(linesWith(new RegExp(`${homes}|${places}`), files)).toEqual([]);
  });

  it('keeps its files short enough to read at one sitting', () => {
    // Data is as long as what it lists.
    const isData = /^src\/domain\/claims\/|demo-data[^/]*\.ts$|\.examples\.tsx$/;
    const long = sources
      .filter((file) => !isData.test(file))
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300)
      .map(({ file, lines }) => `${file}: ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('never gives up on types', () => {
    const typed = sources.filter((file) => /\.tsx?$/.test(file));
    expect(linesWith(/(:|\bas|<|,|\|)\s*any\b(?!\w)(?=\s*([;,)\]}>=|&[]|$))/, typed)).toEqual([]);
  });

  it('calls files in kebab-case', () => {
    const named = repositoryFiles().filter((file) =>
      /^(src|server|test|bench|scripts)\/.*\.(ts|tsx|mjs|css)$/.test(file),
    );
    const odd = named.filter(
      (file) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(file.split('/').pop() ?? ''),
    );
    expect(odd).toEqual([]);
  });

  it('has no barrel files', () => {
    const indexes = sources.filter((file) => /^(src|server)\/.*\/index\.tsx?$/.test(file));
    const reexports = linesWith(/^export \* from/, sources);
    expect([...indexes, ...reexports]).toEqual([]);
  });

  it('dates each decision', () => {
    const records = repositoryFiles().filter((file) => /^docs\/decisions\/.+\.md$/.test(file));
    expect(records.length).toBeGreaterThan(0);
    const undated = records.filter((file) => {
      const head = read(file).split('\n').slice(0, 8).join('\n');
      return !/\b20\d{2}-\d{2}-\d{2}\b/.test(head);
    });
    expect(undated).toEqual([]);
  });
});
