import type { Presence } from '#domain/api/staff-queue.ts';
import type { Parts } from '../../parts.ts';
import {
  beatPresence,
  countActive,
  ensurePresence,
  findPresence,
  touchPresence,
  updatePresence,
} from '../../store/presence.ts';
import type { PresenceTable } from '../../store/schema-handoff.ts';
import { findStaffById } from '../../store/staff.ts';
import type { Db } from '../../store/store.ts';
import { QUEUE } from './subjects.ts';

/** Who gave no sign of life for so long is not there. Streams beat every 5 s, so one lost beat matters to nobody. */
export const THERE_MS = 20_000;
/** So long after that somebody comes back to their conversations; then they are given to others. */
export const GRACE_MS = 60_000;
export const DEFAULT_CAPACITY = 3;
/** A sign of life is written at most so often. */
const TOUCH_MS = 3000;
/** After so many offers missed in a row nobody is there, whatever the stream says. */
export const MISSED_MAX = 2;

/** Members whose streams end in this process, with how many each, by store. */
const live = new WeakMap<Parts['store'], Map<string, number>>();

/** Counts a live stream of a member. @returns ends it */
export function addLiveStream(parts: Parts, staffId: string): () => void {
  const mine = live.get(parts.store) ?? new Map<string, number>();
  live.set(parts.store, mine);
  mine.set(staffId, (mine.get(staffId) ?? 0) + 1);
  return () => {
    const left = (mine.get(staffId) ?? 1) - 1;
    if (left > 0) mine.set(staffId, left);
    else mine.delete(staffId);
  };
}

/** Writes the beat of all streams that end in this process. */
export async function beatLiveStreams(parts: Parts): Promise<void> {
  const ids = [...(live.get(parts.store)?.keys() ?? [])];
  await beatPresence(parts.store.db, ids, parts.clock.now());
}

export function newPresence(staffId: string, now: number): PresenceTable {
  return {
    staff_id: staffId,
    state: 'away',
    capacity: DEFAULT_CAPACITY,
    seen_at: now,
    stream_at: null,
    idle_since: now,
    missed: 0,
  };
}

/** Notes that a member has just done something here. */
export async function noteStaffAlive(parts: Parts, staffId: string): Promise<void> {
  await touchPresence(parts.store.db, staffId, parts.clock.now(), TOUCH_MS);
}

/** What a member knows beside Chinese. */
export function skillsOf(row: { skills?: string | null } | undefined): string[] {
  return row?.skills ? (JSON.parse(row.skills) as string[]) : [];
}

/** Where a member is, as their own page sees it. */
export async function viewPresence(db: Db, parts: Parts, staffId: string): Promise<Presence> {
  const row = (await findPresence(db, staffId)) ?? newPresence(staffId, parts.clock.now());
  return {
    state: row.state,
    capacity: row.capacity,
    active: await countActive(db, staffId),
    skills: skillsOf(await findStaffById(db, staffId)),
    ...(row.state === 'away' && row.missed >= MISSED_MAX ? { missedOffers: true as const } : {}),
  };
}

/** A member says that they are there, and how many conversations they take at once. */
export async function setPresence(
  parts: Parts,
  staffId: string,
  to: { state: PresenceTable['state']; capacity?: number },
): Promise<Presence> {
  const now = parts.clock.now();
  await parts.store.write(async (tx) => {
    const before = await findPresence(tx, staffId);
    await ensurePresence(tx, newPresence(staffId, now));
    await updatePresence(tx, staffId, {
      state: to.state,
      capacity: to.capacity ?? before?.capacity ?? DEFAULT_CAPACITY,
      seen_at: now,
      missed: 0,
      ...(before?.state === to.state ? {} : { idle_since: now }),
    });
  });
  parts.hints.notify(QUEUE);
  return viewPresence(parts.store.db, parts, staffId);
}
