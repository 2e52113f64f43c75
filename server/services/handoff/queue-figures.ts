import type { QueueFigures, WaitFigures } from '#domain/api/staff-queue.ts';
import type { AgeBand } from '#domain/lane/age.ts';
import { quarterFigures, waitFigures } from '#domain/handoff/figures.ts';
import type { Parts } from '../../parts.ts';
import { listAskedSince } from '../../store/desk.ts';
import { listThere } from '../../store/presence.ts';
import { THERE_MS } from './presence.ts';

const SINCE_MS = 24 * 3_600_000;
const bands: readonly AgeBand[] = ['under60', '60to79', '80plus', 'unknown'];

/** How long people wait and waited within the last day, by age group, and who is there (figure 23 of handoff.md). */
export async function queueFigures(parts: Parts): Promise<QueueFigures> {
  const now = parts.clock.now();
  const since = now - SINCE_MS;
  const asked = (await listAskedSince(parts.store.db, since)).map((row) => ({
    ageBand: row.age_band ?? ('unknown' as const),
    askedAt: row.asked_at,
    ...(row.first_taken_at === null ? {} : { takenAt: row.first_taken_at }),
    isWaiting: row.state === 'waiting' && (row.not_before === null || row.not_before <= now),
    isClosed: row.state === 'closed',
    isCallback: row.wants === 'call',
  }));
  const there = (await listThere(parts.store.db, now - THERE_MS)).filter(
    (one) => one.state === 'available',
  );
  const groups: WaitFigures[] = [
    { ageBand: 'all', ...waitFigures(asked, now) },
    ...bands.map((ageBand) => ({
      ageBand,
      ...waitFigures(
        asked.filter((one) => one.ageBand === ageBand),
        now,
      ),
    })),
  ];
  return {
    since: new Date(since).toISOString(),
    available: there.length,
    slots: there.reduce((sum, one) => sum + one.capacity, 0),
    groups,
    quarters: quarterFigures(asked, now),
  };
}
