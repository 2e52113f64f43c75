import type { ServiceFigures } from '#domain/api/service-figures.ts';
import type { QueueFigures, WaitFigures } from '#domain/api/staff-queue.ts';
import type { AgeBand } from '#domain/lane/age.ts';
import { quarterFigures, waitFigures, type Asked } from '#domain/handoff/figures.ts';
import { takeReasons, type TakeReason } from '#domain/handoff/take-reasons.ts';
import type { Parts } from '../../parts.ts';
import { listAuditSince } from '../../store/audit.ts';
import { listAskedSince } from '../../store/desk.ts';
import { listThere } from '../../store/presence.ts';
import { THERE_MS } from './presence.ts';
import { QUEUE_ORDER } from './take-next.ts';

const SINCE_MS = 24 * 3_600_000;
/** What the public reads covers a week: a quiet night says nothing. */
const PUBLIC_SINCE_MS = 7 * SINCE_MS;
const bands: readonly AgeBand[] = ['under60', '60to79', '80plus', 'unknown'];

async function askedSince(parts: Parts, since: number, now: number): Promise<Asked[]> {
  return (await listAskedSince(parts.store.db, since)).map((row) => ({
    ageBand: row.age_band ?? ('unknown' as const),
    askedAt: row.asked_at,
    ...(row.first_taken_at === null ? {} : { takenAt: row.first_taken_at }),
    isWaiting: row.state === 'waiting' && (row.not_before === null || row.not_before <= now),
    isClosed: row.state === 'closed',
    isCallback: row.wants === 'call',
  }));
}

function groupsOf(asked: readonly Asked[], now: number): WaitFigures[] {
  return [
    { ageBand: 'all', ...waitFigures(asked, now) },
    ...bands.map((ageBand) => ({
      ageBand,
      ...waitFigures(
        asked.filter((one) => one.ageBand === ageBand),
        now,
      ),
    })),
  ];
}

async function pickedSince(parts: Parts, since: number): Promise<QueueFigures['picked']> {
  const picks = (await listAuditSince(parts.store.db, QUEUE_ORDER, since)).map(
    ({ detail }) => JSON.parse(detail) as { reason: TakeReason; overtaken: number },
  );
  const timesOf = (reason: TakeReason) => picks.filter((one) => one.reason === reason).length;
  return {
    times: picks.length,
    overtaken: picks.reduce((sum, one) => sum + one.overtaken, 0),
    reasons: takeReasons.map((reason) => ({ reason, times: timesOf(reason) })),
  };
}

/** How long people wait and waited within the last day, by age group, and who is there (figure 23 of handoff.md). */
export async function queueFigures(parts: Parts): Promise<QueueFigures> {
  const now = parts.clock.now();
  const since = now - SINCE_MS;
  const asked = await askedSince(parts, since, now);
  const there = (await listThere(parts.store.db, now - THERE_MS)).filter(
    (one) => one.state === 'available',
  );
  return {
    since: new Date(since).toISOString(),
    available: there.length,
    slots: there.reduce((sum, one) => sum + one.capacity, 0),
    groups: groupsOf(asked, now),
    picked: await pickedSince(parts, since),
    quarters: quarterFigures(asked, now),
  };
}

/** The same figures of the last week, without who is there: what everybody may read (H9). */
export async function serviceFigures(parts: Parts): Promise<ServiceFigures> {
  const now = parts.clock.now();
  const since = now - PUBLIC_SINCE_MS;
  return {
    since: new Date(since).toISOString(),
    groups: groupsOf(await askedSince(parts, since, now), now),
  };
}
