import type { PaperReading } from '../../src/domain/papers/read/types.ts';
import { saidFor, type Labelled } from './labels.ts';

export interface Share {
  right: number;
  all: number;
}

/** What one reader got right, by field, kind of paper and variant of the picture. */
export interface Tally {
  fields: Record<string, Share>;
  byKind: Record<string, Share>;
  variants: Record<string, Share>;
  wrong: string[];
  ms: number[];
}

export const emptyTally = (): Tally => ({
  fields: {},
  byKind: {},
  variants: {},
  wrong: [],
  ms: [],
});

function count(shares: Record<string, Share>, key: string, isRight: boolean): void {
  const share = (shares[key] ??= { right: 0, all: 0 });
  share.all += 1;
  if (isRight) share.right += 1;
}

/** Counts one picture. Left out is not right, and never wrong; another value than the label's is both. */
export function addReading(tally: Tally, label: Labelled, reading: PaperReading, ms: number): void {
  tally.ms.push(ms);
  for (const [field, want] of Object.entries(label.fields)) {
    const said = saidFor(reading, field);
    const isRight = said === want;
    count(tally.fields, field, isRight);
    count(tally.byKind, `${label.type} ${field}`, isRight);
    count(tally.variants, label.variant, isRight);
    if (said !== undefined && !isRight) tally.wrong.push(`${label.file} ${field}`);
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
