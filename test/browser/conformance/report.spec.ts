import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { BOUNDS } from '../../tools/expected-misses.ts';
import { modes } from './displays.ts';
import { readParts } from './parts.ts';
import { allMisses, findingsOf, render, unknownIds } from './report.ts';
import { chapters } from './requirements.ts';
import { scenes } from './scenes.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const file = `${root}docs/conformance.md`;
const wanted = scenes.reduce((sum, scene) => sum + (scene.modes ?? modes).length, 0);
const requirements = chapters.flatMap((chapter) => chapter.requirements);

for (const { id, asks, check } of requirements) {
  if (check.by === 'walk') {
    test(`${id}: ${asks}`, ({}, info) => {
      expect(findingsOf(id, readParts(info.project.outputDir))).toEqual([]);
    });
  }
}

test('an older finger meets what it aims at', ({}, info) => {
  const all = allMisses(readParts(info.project.outputDir));
  expect(all.length).toBeGreaterThan(0);
  const mean = all.reduce((sum, { miss }) => sum + miss, 0) / all.length;
  expect(mean).toBeLessThanOrEqual(BOUNDS.mean);
  expect(all.filter(({ miss }) => miss > BOUNDS.worst)).toEqual([]);
  expect(all.filter(({ danger }) => danger > BOUNDS.danger)).toEqual([]);
});

test('every finding belongs to a requirement, and every proof that is named is there', ({}, info) => {
  expect(unknownIds(readParts(info.project.outputDir))).toEqual([]);
  const named = requirements.flatMap(({ check }) => (check.by === 'test' ? check.files : []));
  expect(named.filter((name) => !existsSync(root + name))).toEqual([]);
});

test('docs/conformance.md is what the walk finds (npm run conformance writes it)', ({}, info) => {
  const parts = readParts(info.project.outputDir);
  test.skip(parts.length < wanted, `only ${parts.length} of ${wanted} scenes were walked`);
  const made = render(parts);
  if (process.env.WRITE_CONFORMANCE) writeFileSync(file, made);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(made);
});
