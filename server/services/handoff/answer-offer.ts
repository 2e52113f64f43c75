import type { StaffMember } from '#domain/api/staff.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { holdConversation, updateConversation } from '../../store/conversations.ts';
import { countActive, holdPresence, updatePresence } from '../../store/presence.ts';
import { endOffer, findOffer } from '../../store/queue.ts';
import { giveTo, noOffer } from './give-to.ts';
import { tellQueue } from './queue-entry.ts';
import { writeEvent } from './write-event.ts';

/**
 * A member takes what they are offered.
 * @throws ProblemError 404 for an offer of somebody else; 409 `offer-gone` when it has run out or was taken
 */
export async function acceptOffer(
  parts: Parts,
  staff: StaffMember,
  offerId: string,
): Promise<string> {
  const id = await parts.store.write(async (tx) => {
    const presence = await holdPresence(tx, staff.id);
    const offer = await findOffer(tx, offerId);
    if (offer?.staff_id !== staff.id) throw new ProblemError('not-found', 404);
    const row = await holdConversation(tx, offer.conversation_id);
    // A second tap on "accept" is no mistake.
    if (row?.state === 'active' && row.taken_by === staff.id) return row.id;
    const isLive = row?.state === 'waiting' && row.offer_id === offerId;
    if (!row || !isLive || (row.offer_until ?? 0) <= parts.clock.now())
      throw new ProblemError('offer-gone', 409);
    if (!presence || (await countActive(tx, staff.id)) >= presence.capacity)
      throw new ProblemError('offer-gone', 409);
    await giveTo(tx, parts, row, staff);
    return row.id;
  });
  tellQueue(parts, [id], staff.id);
  return id;
}

/** A member lets an offer pass to the next one; the place is kept. @throws ProblemError 404 */
export async function declineOffer(
  parts: Parts,
  staff: StaffMember,
  offerId: string,
): Promise<void> {
  const id = await parts.store.write(async (tx) => {
    const offer = await findOffer(tx, offerId);
    if (offer?.staff_id !== staff.id) throw new ProblemError('not-found', 404);
    const row = await holdConversation(tx, offer.conversation_id);
    if (row?.offer_id !== offerId) return undefined;
    await endOffer(tx, offerId, parts.clock.now(), 'declined');
    await updateConversation(tx, row.id, noOffer);
    await updatePresence(tx, staff.id, { missed: 0 });
    await writeEvent(tx, parts, row.id, {
      kind: 'offer-expired',
      actor: 'system',
      body: { offerId },
    });
    return row.id;
  });
  if (id) tellQueue(parts, [id], staff.id);
}
