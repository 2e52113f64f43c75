import { describe, expect, it } from 'vitest';
import { read, repositoryFiles } from './tree.ts';

const TABLE = 'test/support/switched-off-rules.md';

/** How a rule or a test is switched off, and what the table calls it. */
const SWITCHES: readonly { pattern: RegExp; nameOf: (match: RegExpMatchArray) => string[] }[] = [
  {
    pattern: /eslint-disable(?:-next-line|-line)?\s+([@\w/, -]+?)\s*(?:--|\*\/|$)/gm,
    nameOf: (match) => (match[1] ?? '').split(',').map((rule) => rule.trim()),
  },
  {
    pattern: /eslint-disable(?:-next-line|-line)?\s*(?:\*\/|$)/gm,
    nameOf: () => ['eslint, all of it'],
  },
  { pattern: /@ts-(expect-error|ignore|nocheck)/g, nameOf: (match) => [`@ts-${match[1]}`] },
  { pattern: /prettier-ignore/g, nameOf: () => ['prettier-ignore'] },
  { pattern: /dependency-cruiser-disable/g, nameOf: () => ['dependency-cruiser'] },
  {
    pattern: /\b(test|it|describe|suite)(?:\.\w+)*\.(skip|skipIf|runIf|todo|fails|fixme|fail)\b/g,
    nameOf: (match) => [`${match[1]}.${match[2]}`],
  },
];

function found(): string[] {
  const files = repositoryFiles().filter(
    (file) =>
      /\.(ts|tsx|mjs|cjs|js|jsx|css)$/.test(file) &&
      file !== 'test/repo/switched-off-rules.test.ts',
  );
  const times = new Map<string, number>();
  for (const file of files) {
    const text = read(file);
    for (const { pattern, nameOf } of SWITCHES) {
      for (const match of text.matchAll(pattern)) {
        for (const name of nameOf(match)) {
          const key = `${file} | ${name}`;
          times.set(key, (times.get(key) ?? 0) + 1);
        }
      }
    }
  }
  return [...times].map(([key, count]) => `${key} | ${count}`).sort();
}

const rows = read(TABLE)
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('|---') && !line.startsWith('| file'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );

describe('Rules and tests that are switched off', () => {
  it('all stand in the table, and all that stands there is in the tree', () => {
    expect(rows.map(([file, what, count]) => `${file} | ${what} | ${count}`).sort()).toEqual(
      found(),
    );
  });

  it('each have a reason', () => {
    expect(rows.filter(([, , , why]) => (why ?? '').length < 15)).toEqual([]);
  });
});
