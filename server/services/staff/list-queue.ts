import type { StaffHelpRequest } from '#domain/api/staff.ts';
import type { Parts } from '../../parts.ts';
import { findCustomer } from '../../store/customers.ts';
import { listOpenConversations } from '../../store/staff-lists.ts';
import { maskPhone } from '../customer-view.ts';

const LONGEST = 200;

/** Who asked for a person, in the order in which they are taken; those in conversation have place 0. */
export async function listQueue(parts: Parts): Promise<{ requests: StaffHelpRequest[] }> {
  const { db } = parts.store;
  const requests: StaffHelpRequest[] = [];
  let place = 0;
  for (const row of await listOpenConversations(db, LONGEST)) {
    if (row.state === 'waiting') place += 1;
    const customer = row.customer_id
      ? await findCustomer(db, parts.seal, row.customer_id)
      : undefined;
    requests.push({
      conversationId: row.id,
      state: row.state,
      position: row.state === 'waiting' ? place : 0,
      page: row.page,
      ...(row.step ? { step: row.step } : {}),
      ...(row.flow ? { flow: row.flow } : {}),
      mode: row.mode,
      lng: row.lng,
      ...(customer?.profile ? { customerName: customer.profile.name } : {}),
      ...(customer ? { maskedPhone: maskPhone(customer.phone) } : {}),
      enqueuedAt: new Date(row.enqueued_at).toISOString(),
      asked: row.asked,
    });
  }
  return { requests };
}
