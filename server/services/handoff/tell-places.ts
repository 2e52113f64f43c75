import { waitBandOf } from '#domain/handoff/wait.ts';
import type { Parts } from '../../parts.ts';
import { holdConversation, updateConversation } from '../../store/conversations.ts';
import { listPlaces } from '../../store/queue.ts';
import { queueNow } from '../queue-place.ts';
import { writeEvent } from './write-event.ts';

/** The first ones are told at once; who stands further back hears of it at most so often. */
const NEAR = 10;
const FAR_MS = 10_000;
/** Rows of one transaction. */
const BATCH = 50;

/**
 * Writes the new place into the log of everybody whose place has changed, and why when it went back. Each place is the
 * true one at the moment of writing.
 * @returns how many were told
 */
export async function tellPlaces(parts: Parts): Promise<number> {
  const { db } = parts.store;
  const now = parts.clock.now();
  const changed = (await listPlaces(db, now)).filter(
    (one) =>
      one.shown_place !== Number(one.place) &&
      (one.shown_place === null ||
        Number(one.place) <= NEAR ||
        now - (one.shown_at ?? 0) >= FAR_MS),
  );
  if (changed.length === 0) return 0;
  const { handlingMs, slots } = await queueNow(db, parts);
  for (let from = 0; from < changed.length; from += BATCH) {
    const batch = changed.slice(from, from + BATCH);
    await parts.store.write(async (tx) => {
      for (const one of [...batch].sort((a, b) => (a.id < b.id ? -1 : 1))) {
        const row = await holdConversation(tx, one.id);
        const position = Number(one.place);
        if (row?.state !== 'waiting' || row.shown_place === position) continue;
        const isBack = row.shown_place !== null && position > row.shown_place;
        await updateConversation(tx, one.id, { shown_place: position, shown_at: now });
        await writeEvent(tx, parts, one.id, {
          kind: 'place',
          actor: 'system',
          body: {
            position,
            waitSeconds: waitBandOf(position, handlingMs, slots),
            ...(isBack ? { why: 'longer-credit' as const } : {}),
          },
        });
      }
    });
    for (const one of batch) parts.hints.notify(one.id);
  }
  return changed.length;
}
