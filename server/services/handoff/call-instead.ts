import { callbackTimes } from '#domain/handoff/hours.ts';
import type { Parts } from '../../parts.ts';
import { findCustomerByPhone } from '../../store/customers.ts';
import { findOpenConversation } from '../../store/conversations.ts';
import { openCallbackOf } from '../../store/callbacks.ts';
import type { MessageRecord } from '../../store/messages.ts';
import type { Tx } from '../../store/store.ts';
import { askCallback } from './ask-callback.ts';

/**
 * A text could not be delivered: a person rings at the next time that people are there, and says it (O3; nobody gives us
 * an e-mail address, so the text was the first way). Nothing where the text was a code, or about a call that is to come
 * anyway; one call where several texts failed, and the latest is what is said.
 */
export async function callInstead(tx: Tx, parts: Parts, message: MessageRecord): Promise<void> {
  if (message.purpose === 'code' || message.purpose.startsWith('callback-')) return;
  const customer = await findCustomerByPhone(tx, parts.seal, message.to);
  if (!customer) return;
  // A session that nobody has: the customer alone owns what is made here.
  const who = { sessionId: '', customerId: customer.id };
  const open = await findOpenConversation(tx, [`c:${customer.id}`]);
  const was = open && (await openCallbackOf(tx, open.id));
  const [soonest] = callbackTimes(parts.clock.now(), parts.config.humanHours);
  const at = was ? (was.at ?? undefined) : soonest;
  await askCallback(tx, parts, who, {
    page: '/claims',
    lng: message.lng,
    insteadOf: message.text,
    ...(at === undefined || at < parts.clock.now() ? {} : { at }),
  });
}
