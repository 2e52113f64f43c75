import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './tree.ts';

/** Each mistake, the file that makes it and the rule that must see it: a rule that never fires guards nothing. */
const MISTAKES = [
  [
    'src/domain/a.ts',
    `import { a } from '#ui/a/a.ts'; export { a };`,
    'domain-knows-nothing-outside',
  ],
  ['src/domain/b.ts', `import { z } from 'zod'; export { z };`, 'domain-packages'],
  [
    'src/platform/a.ts',
    `import { a } from '#ui/a/a.ts'; export { a };`,
    'platform-imports-domain-only',
  ],
  ['src/ui/a/a.ts', `import { x } from '#domain/x.ts'; export const a = x;`, 'ui-imports-ui-only'],
  [
    'src/features/a/a.ts',
    `import { b } from '#features/b/b.ts'; export { b };`,
    'no-feature-imports-another',
  ],
  [
    'src/features/a/c.ts',
    `import type { P } from '#app/p.ts'; export type Q = P;`,
    'features-stand-below-app',
  ],
  ['src/features/a/d.ts', `import i18next from 'i18next'; export { i18next };`, 'feature-packages'],
  [
    'src/features/a/e.ts',
    `import { Button } from 'react-aria-components'; export { Button };`,
    'door-react-aria',
  ],
  [
    'src/app/i.ts',
    `import { useTranslation } from 'react-i18next'; export { useTranslation };`,
    'door-i18n',
  ],
  [
    'src/app/s.ts',
    `import { s } from './staff/s.ts'; export { s };`,
    'no-static-way-to-staff-code',
  ],
  ['src/app/t.ts', `import { s } from '#server/s.ts'; export { s };`, 'app-stands-on-the-client'],
  ['server/a.ts', `import { p } from '#app/p.ts'; export { p };`, 'server-imports-domain-only'],
  ['server/b.ts', `import { Kysely } from 'kysely'; export { Kysely };`, 'door-sql'],
  ['src/app/cycle-a.ts', `import { b } from './cycle-b.ts'; export const a = b;`, 'no-cycle'],
  ['src/app/lost.ts', `import { l } from './nowhere.ts'; export { l };`, 'resolves'],
] as const;

/** What is right, and must pass. */
const GROUND = [
  ['src/domain/x.ts', `export const x = 1;`],
  ['src/features/b/b.ts', `import { x } from '#domain/x.ts'; export const b = x;`],
  ['src/app/p.ts', `export const p = () => import('./staff/s.ts'); export type P = string;`],
  ['src/app/staff/s.ts', `export const s = 1;`],
  ['src/app/cycle-b.ts', `import { a } from './cycle-a.ts'; export const b: number = a;`],
  ['server/s.ts', `import { x } from '#domain/x.ts'; export const s = x;`],
  ['server/store/q.ts', `import { Kysely } from 'kysely'; export { Kysely };`],
] as const;

let folder: string;
let violations: { rule: string; from: string }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silverlane-imports-'));
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    await cp(join(root, file), join(folder, file));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, text] of [...MISTAKES, ...GROUND]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    cli,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'src',
    'server',
  ];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  const { summary } = JSON.parse(output) as {
    summary: { violations: { rule: { name: string }; from: string }[] };
  };
  violations = summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('An import that points the wrong way', () => {
  it.each(MISTAKES)('in %s is refused', (file, _text, rule) => {
    expect(violations).toContainEqual({ rule, from: file });
  });

  it('is told from one that points the right way', () => {
    const wrong = new Set<string>(MISTAKES.map(([file]) => file));
    expect(
      violations.filter(({ from }) => !wrong.has(from) && from !== 'src/app/cycle-b.ts'),
    ).toEqual([]);
  });
});
