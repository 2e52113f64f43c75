import type { HelpRequest } from '#domain/api/help.ts';
import { isOpenAt, nextOpenAt } from '#domain/handoff/hours.ts';
import { isDue } from '#domain/handoff/queue.ts';
import { isCallbackBetter, waitBandOf } from '#domain/handoff/wait.ts';
import type { Parts } from '../parts.ts';
import { openCallbackOf } from '../store/callbacks.ts';
import { placeInQueue, recentHandlings } from '../store/conversations.ts';
import { listThere } from '../store/presence.ts';
import type { ConversationTable } from '../store/schema-handoff.ts';
import { findStaffById } from '../store/staff.ts';
import type { Db } from '../store/store.ts';
import { viewCallback } from './handoff/callback-view.ts';
import { THERE_MS } from './handoff/presence.ts';

const SAMPLES_MAX = 200;
const RECENT_MS = 24 * 3_600_000;

/** What the wait goes by now: how long the recent ones took, and how many are served at once. */
export interface QueueNow {
  handlingMs: readonly number[];
  slots: number;
  isOpen: boolean;
  opensAt: number;
}

/** How the queue moves now: slots are those of who is there and available (handoff.md §5). */
export async function queueNow(db: Db, parts: Parts): Promise<QueueNow> {
  const now = parts.clock.now();
  const handlings = await recentHandlings(db, now - RECENT_MS, SAMPLES_MAX);
  const there = await listThere(db, now - THERE_MS);
  const hours = parts.config.humanHours;
  return {
    handlingMs: handlings.flatMap(({ taken_at, closed_at }) =>
      taken_at !== null && closed_at !== null ? [closed_at - taken_at] : [],
    ),
    slots: there
      .filter((one) => one.state === 'available')
      .reduce((sum, one) => sum + one.capacity, 0),
    isOpen: isOpenAt(now, hours),
    opensAt: nextOpenAt(now, hours),
  };
}

/** A conversation as its customer sees it: place and wait by the same order that the next one is taken by. */
export async function viewHelpRequest(
  db: Db,
  parts: Parts,
  row: ConversationTable,
): Promise<HelpRequest> {
  const now = parts.clock.now();
  const queue = await queueNow(db, parts);
  const callback = await openCallbackOf(db, row.id);
  const isWaiting = row.state === 'waiting';
  const hasPlace = isWaiting && isDue({ notBefore: row.not_before ?? undefined }, now);
  const position = hasPlace ? await placeInQueue(db, row, now) : 0;
  const waitSeconds = hasPlace ? waitBandOf(position, queue.handlingMs, queue.slots) : null;
  const staff =
    row.state === 'active' && row.taken_by ? await findStaffById(db, row.taken_by) : undefined;
  return {
    conversationId: row.id,
    state: row.state,
    position,
    waitSeconds,
    isOpen: queue.isOpen,
    ...(queue.isOpen ? {} : { opensAt: new Date(queue.opensAt).toISOString() }),
    offersCallback: isWaiting && isCallbackBetter({ ...queue, waitSeconds }),
    ...(callback ? { callback: viewCallback(parts, callback) } : {}),
    ...(staff ? { staffName: staff.display_name } : {}),
  };
}
