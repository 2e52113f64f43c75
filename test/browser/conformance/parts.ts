import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DisplayMode } from '#domain/senior/display.ts';
import type { Aim } from './page/taps.ts';

/** What one scene in one mode has shown. */
export interface Part {
  scene: string;
  route?: string;
  mode: DisplayMode;
  /** `id: what (where)` */
  findings: readonly string[];
  aims: readonly Aim[];
}

/** In Playwright's output folder, which is emptied at the start of a run: no part outlives its run. */
const folderOf = (outputDir: string) => join(outputDir, 'conformance');

export function writePart(outputDir: string, part: Part): void {
  mkdirSync(folderOf(outputDir), { recursive: true });
  const name = `${part.scene} ${part.mode}`.replace(/[^a-z0-9]+/g, '-');
  writeFileSync(join(folderOf(outputDir), `${name}.json`), `${JSON.stringify(part, null, 1)}\n`);
}

/** All parts of this run, in the same order however they were run. */
export function readParts(outputDir: string): Part[] {
  let names: string[];
  try {
    names = readdirSync(folderOf(outputDir)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return names.map(
    (name) => JSON.parse(readFileSync(join(folderOf(outputDir), name), 'utf8')) as Part,
  );
}
