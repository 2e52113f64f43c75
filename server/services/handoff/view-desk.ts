import type { Desk, DeskConversation, StaffOffer } from '#domain/api/staff-queue.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import type { Parts } from '../../parts.ts';
import { findCustomer } from '../../store/customers.ts';
import { listOfStaff, listOffersTo, unreadOf, waitingNow } from '../../store/desk.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import { maskPhone } from '../customer-view.ts';
import { viewPresence } from './presence.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** How staff are told who it is: the name that the insurer knows, else the masked number, else nothing. */
export async function nameOf(parts: Parts, row: ConversationTable): Promise<string> {
  if (!row.customer_id) return '';
  const customer = await findCustomer(parts.store.db, parts.seal, row.customer_id);
  return customer ? (customer.profile?.name ?? maskPhone(customer.phone)) : '';
}

function viewOffer(row: ConversationTable, now: number): StaffOffer[] {
  if (!row.offer_id || row.offer_until === null || row.offer_until <= now) return [];
  return [
    {
      offerId: row.offer_id,
      conversationId: row.id,
      expiresAt: iso(row.offer_until),
      wants: row.wants ?? 'chat',
      page: row.page,
      ...(row.flow ? { flow: row.flow } : {}),
      ageBand: row.age_band ?? 'unknown',
      lng: row.lng,
      waitedSeconds: Math.max(0, Math.round((now - row.asked_at) / 1000)),
    },
  ];
}

/** All that one member's desk shows, whole: nothing can be missed between two of them. */
export async function viewDesk(parts: Parts, staff: StaffMember): Promise<Desk> {
  const { db } = parts.store;
  const now = parts.clock.now();
  const mine = await listOfStaff(db, staff.id);
  const conversations: DeskConversation[] = [];
  for (const row of mine) {
    conversations.push({
      conversationId: row.id,
      customerName: await nameOf(parts, row),
      wants: row.wants ?? 'chat',
      lastSeq: Number(row.last_seq),
      unread: await unreadOf(db, row.id, row.staff_read),
      takenAt: iso(row.taken_at ?? now),
      mode: row.mode,
      lng: row.lng,
    });
  }
  const { waiting, oldest } = await waitingNow(db, now);
  return {
    presence: await viewPresence(db, parts, staff.id),
    offers: (await listOffersTo(db, staff.id)).flatMap((row) => viewOffer(row, now)),
    conversations,
    waiting,
    longestWaitSeconds: oldest === null ? 0 : Math.max(0, Math.round((now - oldest) / 1000)),
  };
}
