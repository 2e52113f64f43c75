import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers } from '#domain/flow/types.ts';
import type { DisplayMode } from '#domain/senior/display.ts';

/** One person's way through one claim, as data: walked by the rules alone and again in a real browser. */
export interface Journey {
  name: string;
  claim: string;
  persona: string;
  mode: DisplayMode;
  bornOn: string;
  /** A demo customer to sign in as in the browser; absent where the journey is walked by the rules only. */
  phone?: string;
  answers: Answers;
  /** The steps in the order in which they are asked. */
  asked: readonly string[];
  lane: string;
}

/** Every journey of this folder. */
export function journeys(): Journey[] {
  const folder = import.meta.dirname;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<Journey, 'name'>),
      name: file.replace('.json', ''),
    }));
}
