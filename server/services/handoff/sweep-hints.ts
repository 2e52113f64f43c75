import type { Parts } from '../../parts.ts';
import { streamsChangedLately } from '../../store/sweep.ts';
import { DESK } from './subjects.ts';

/** How far back a sweep looks, ms: longer than a transaction of ours takes to commit. */
const MARGIN_MS = 6000;
/** What is remembered of streams that were looked at, by store. */
const known = new WeakMap<Parts['store'], Map<string, number>>();

/**
 * Finds what no hint told of: a process died between its commit and its hint, or the bus was down. Wakes whoever has
 * not read as far yet, and the desks. Called every second by every process.
 * @returns how many streams had grown since the last sweep
 */
export async function sweepHints(parts: Parts): Promise<number> {
  const before = known.get(parts.store) ?? new Map<string, number>();
  const rows = await streamsChangedLately(parts.store.db, MARGIN_MS);
  known.set(parts.store, new Map(rows.map((row) => [row.id, row.last_seq])));
  const grown = rows.filter((row) => (before.get(row.id) ?? 0) < row.last_seq);
  for (const { id, last_seq } of grown) parts.hints.wakeBehind(id, last_seq);
  if (grown.length > 0) parts.hints.wakeBehind(DESK, Number.MAX_SAFE_INTEGER);
  return grown.length;
}
