import { describe, expect, it } from 'vitest';
import { read, repositoryFiles } from './tree.ts';

/** Who a style sheet belongs to: one feature, or one control. */
const ownerOf = (file: string) => file.split('/').slice(0, 3).join('/');

/** Classes that a style sheet gives a look of their own, where nothing around them is named. */
function classesOf(file: string): string[] {
  const rules = read(file).replace(/\/\*[\s\S]*?\*\//g, '');
  return [...rules.matchAll(/(?:^|[{},])\s*\.([\w-]+)\s*(?=[,{])/g)].map(([, name = '']) => name);
}

describe('A style sheet', () => {
  it('dresses its own feature only: one feature’s page would change when another’s was opened before it', () => {
    const owners = new Map<string, Set<string>>();
    // What is printed dresses the page around it as well.
    const sheets = repositoryFiles().filter(
      (file) => /^src\/features\/.*\.css$/.test(file) && !file.endsWith('/print.css'),
    );
    expect(sheets.length).toBeGreaterThan(5);
    for (const sheet of sheets) {
      for (const name of classesOf(sheet)) {
        owners.set(name, (owners.get(name) ?? new Set()).add(ownerOf(sheet)));
      }
    }
    const shared = [...owners].filter(([, by]) => by.size > 1).map(([name]) => name);
    expect(shared).toEqual([]);
  });
});
