import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { modes } from './displays.ts';
import { readParts } from './parts.ts';
import { findingsOf, missesThatBreak, render, unknownIds } from './report.ts';
import { chapters } from './requirements.ts';
import { scenes } from './scenes.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const file = `${root}docs/conformance.md`;
const requirements = chapters.flatMap((chapter) => chapter.requirements);

for (const { id, asks, check } of requirements) {
  if (check.by === 'walk') {
    test(`${id}: ${asks}`, ({}, info) => {
      expect(findingsOf(id, readParts(info.project.outputDir))).toEqual([]);
    });
  }
}

for (const [id, breaks] of Object.entries(missesThatBreak)) {
  test(`${id}: an older finger meets what it aims at`, ({}, info) => {
    expect(breaks(readParts(info.project.outputDir))).toEqual([]);
  });
}

test('every finding belongs to a requirement, and every proof that is named is there', ({}, info) => {
  expect(unknownIds(readParts(info.project.outputDir))).toEqual([]);
  const named = requirements.flatMap(({ check }) => (check.by === 'test' ? check.files : []));
  expect(named.filter((name) => !existsSync(root + name))).toEqual([]);
});

test('docs/conformance.md is what the walk finds (npm run conformance writes it)', ({}, info) => {
  const parts = readParts(info.project.outputDir);
  const walked = new Set(parts.map(({ scene, mode }) => `${scene}, ${mode}`));
  const left = scenes.flatMap(({ name, modes: own = modes }) =>
    own.map((mode) => `${name}, ${mode}`).filter((one) => !walked.has(one)),
  );
  expect(left, 'scenes that were not walked').toEqual([]);
  const made = render(parts);
  if (process.env.WRITE_CONFORMANCE) writeFileSync(file, made);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(made);
});
