import { matchAll } from '#domain/handoff/queue.ts';
import type { Parts } from '../../parts.ts';
import { updateConversation } from '../../store/conversations.ts';
import { findPresence, listThere, updatePresence } from '../../store/presence.ts';
import {
  endOffer,
  holdDue,
  holdExpired,
  holdFreeStaff,
  insertOffer,
  listDue,
  listPassed,
} from '../../store/queue.ts';
import type { Tx } from '../../store/store.ts';
import { noOffer } from './give-to.ts';
import { MISSED_MAX, THERE_MS } from './presence.ts';
import { agentOf, entryOf } from './queue-entry.ts';
import { DESK, deskOf } from './subjects.ts';
import { writeEvent } from './write-event.ts';

/** So long a member is asked; then the next one is. */
export const OFFER_MS = 15_000;
/** Who let one pass is not asked again for so long. */
const PASSED_MS = 30_000;
const LOOK_AT = 100;

interface Told {
  conversations: Set<string>;
  staff: Set<string>;
}

/** Offers that ran out go back; who missed two in a row is not there, whatever their stream says. */
async function expire(tx: Tx, parts: Parts, told: Told): Promise<void> {
  const now = parts.clock.now();
  for (const row of await holdExpired(tx, now)) {
    const { offer_id: offerId, offer_to: staffId } = row;
    if (!offerId || !staffId) continue;
    await endOffer(tx, offerId, now, 'expired');
    await updateConversation(tx, row.id, noOffer);
    const missed = ((await findPresence(tx, staffId))?.missed ?? 0) + 1;
    await updatePresence(tx, staffId, {
      missed,
      ...(missed >= MISSED_MAX ? { state: 'away' as const } : {}),
    });
    await writeEvent(tx, parts, row.id, {
      kind: 'offer-expired',
      actor: 'system',
      body: { offerId },
    });
    told.conversations.add(row.id);
    told.staff.add(staffId);
  }
}

async function offer(tx: Tx, parts: Parts, told: Told): Promise<void> {
  const now = parts.clock.now();
  const isReady = (one: { state: string; stream_at: number | null }) =>
    one.state === 'available' && (one.stream_at ?? 0) > now - THERE_MS;
  const ready = (await listThere(tx, now - THERE_MS)).filter(isReady);
  if (!ready.some((one) => agentOf(one).room > 0)) return;
  const rows = (await holdDue(tx, now, LOOK_AT, 'skip')).filter((row) => row.offer_id === null);
  if (rows.length === 0) return;
  // Counted again once they are held: nobody else gives them anything until this is committed.
  const held = await holdFreeStaff(
    tx,
    ready.map((one) => one.staff_id),
  );
  const there = (await listThere(tx, now - THERE_MS)).filter(
    (one) => isReady(one) && held.includes(one.staff_id),
  );
  const passed = await listPassed(
    tx,
    rows.map((row) => row.id),
    now - PASSED_MS,
  );
  const entries = rows.map((row) =>
    entryOf(
      row,
      passed.filter((one) => one.conversation_id === row.id).map((one) => one.staff_id),
    ),
  );
  for (const { entryId, agentId } of matchAll(entries, there.map(agentOf), now)) {
    const offerId = parts.ids.id();
    await insertOffer(tx, {
      id: offerId,
      conversation_id: entryId,
      staff_id: agentId,
      made_at: now,
      ended_at: null,
      outcome: null,
    });
    await updateConversation(tx, entryId, {
      offer_id: offerId,
      offer_to: agentId,
      offer_until: now + OFFER_MS,
    });
    await writeEvent(tx, parts, entryId, {
      kind: 'offered',
      actor: 'system',
      body: { offerId, expiresAt: new Date(now + OFFER_MS).toISOString() },
    });
    told.conversations.add(entryId);
    told.staff.add(agentId);
  }
}

/**
 * Asks members of staff for those who wait, in their order, one member for each at a time. Several processes may do so
 * at once: a row or a member that another one holds is left to it.
 * @returns how many conversations were asked for or given back
 */
export async function dispatchOffers(parts: Parts): Promise<number> {
  const now = parts.clock.now();
  // One look without a lock: an empty queue costs nobody their turn.
  if ((await listDue(parts.store.db, now, 1)).length === 0) return 0;
  const told = await parts.store.write(async (tx) => {
    const done: Told = { conversations: new Set(), staff: new Set() };
    await expire(tx, parts, done);
    await offer(tx, parts, done);
    return done;
  });
  for (const id of told.conversations) parts.hints.notify(id);
  for (const id of told.staff) parts.hints.notify(deskOf(id));
  if (told.conversations.size > 0) parts.hints.notify(DESK);
  return told.conversations.size;
}
