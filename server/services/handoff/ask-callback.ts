import type { CallbackPlace } from '#domain/api/callback.ts';
import { creditOf } from '#domain/handoff/credit.ts';
import { mayCallBackAt } from '#domain/handoff/hours.ts';
import { ownersOf, type Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Lng } from '../../http/words.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import {
  callbackPhone,
  findCallback,
  insertCallback,
  openCallbackOf,
  sealCallbackPhone,
  updateCallback,
} from '../../store/callbacks.ts';
import {
  findConversationById,
  findOpenConversation,
  updateConversation,
} from '../../store/conversations.ts';
import { findCustomer } from '../../store/customers.ts';
import { wakeJob } from '../../store/jobs.ts';
import type { CallbackTable, ConversationTable } from '../../store/schema-handoff.ts';
import type { Db, Tx } from '../../store/store.ts';
import { maskPhone, standingOf } from '../customer-view.ts';
import { deadlineWords } from '../moment-words.ts';
import { viewHelpRequest } from '../queue-place.ts';
import { requestHelp } from '../request-help.ts';
import { textPerson } from '../text-person.ts';
import { viewCallback } from './callback-view.ts';
import { writeEvent } from './write-event.ts';

/** So long before the chosen time its customer is reminded. */
export const REMIND_MS = 30 * 60_000;

export interface AskForCall {
  /** ms since 1970; absent: as soon as it is their turn. */
  at?: number;
  phone?: string;
  page: string;
  lng: Lng;
  /** A text that did not arrive: we call by ourselves and say it (O3). Nobody is texted about that. */
  insteadOf?: string;
}

const SYSTEM = { kind: 'system' } as const;

const fault = (code: string, field: string): ProblemError =>
  new ProblemError(code, 422, { errors: [{ field, code }] });

async function phoneFor(tx: Tx, parts: Parts, who: Who, ask: AskForCall, was?: CallbackTable) {
  if (ask.phone) return ask.phone;
  if (was) return callbackPhone(was, parts.seal);
  const customer = who.customerId ? await findCustomer(tx, parts.seal, who.customerId) : undefined;
  if (!customer) throw fault('phone-needed', 'phone');
  return customer.phone;
}

/** Where it stands in the queue: at the chosen time with the credit of a promise, else where they stood. */
async function placeInTime(tx: Tx, parts: Parts, row: ConversationTable, at: number | undefined) {
  if (at === undefined) return { enqueued_at: row.asked_at, not_before: null };
  const customer = row.customer_id
    ? await findCustomer(tx, parts.seal, row.customer_id)
    : undefined;
  return {
    enqueued_at: at,
    not_before: at,
    credit_ms:
      creditOf(standingOf(parts, customer), parts.config.credit) + parts.config.credit.callDueMs,
  };
}

/** Tells by text when we call, and sets the reminder. */
async function tell(tx: Tx, parts: Parts, row: CallbackTable, phone: string): Promise<void> {
  const lng = row.lng === 'en' ? 'en' : 'zh-CN';
  const when = row.at === null ? '' : deadlineWords(lng, row.at);
  await textPerson(tx, parts, {
    to: phone,
    purpose: row.at === null ? 'callback-soon' : 'callback-asked',
    lng,
    values: { when },
  });
  if (row.at === null) return;
  const now = parts.clock.now();
  const runAt = Math.max(now, row.at - REMIND_MS);
  await wakeJob(tx, {
    id: parts.ids.id(),
    kind: 'remind-callback',
    subject: row.id,
    runAt,
    now,
  });
}

/** A call-back with its place. */
export async function viewCallbackPlace(
  db: Db,
  parts: Parts,
  callback: CallbackTable,
  row: ConversationTable,
): Promise<CallbackPlace> {
  const { position, waitSeconds } = await viewHelpRequest(db, parts, row);
  return { ...viewCallback(parts, callback), position, waitSeconds };
}

/**
 * Asks to be called: the open request becomes a call, or a new one is made, so that there is one place for one person.
 * Asked again it is changed. It outlives the page, the phone and a restart, being a row of the queue.
 * @throws ProblemError 422 phone-needed, callback-outside-hours
 */
export async function askCallback(
  tx: Tx,
  parts: Parts,
  who: Who,
  ask: AskForCall,
): Promise<{ callback: CallbackPlace; isNew: boolean }> {
  const now = parts.clock.now();
  if (ask.at !== undefined && !mayCallBackAt(ask.at, now, parts.config.humanHours))
    throw fault('callback-outside-hours', 'at');
  const open = await findOpenConversation(tx, ownersOf(who));
  const was = open && (await openCallbackOf(tx, open.id));
  const phone = await phoneFor(tx, parts, who, ask, was);
  const conversationId =
    open?.id ??
    (await requestHelp(tx, parts, who, { page: ask.page, mode: 'standard', lng: ask.lng })).request
      .conversationId;
  const row = await findConversationById(tx, conversationId);
  if (!row) throw new Error('a conversation went away');

  const id = was?.id ?? parts.ids.id();
  const callback: CallbackTable = {
    id,
    conversation_id: row.id,
    owner: row.owner,
    state: 'waiting',
    at: ask.at ?? null,
    phone_sealed: sealCallbackPhone(id, phone, parts.seal),
    lng: ask.lng,
    tries: was?.tries ?? '[]',
    created_at: was?.created_at ?? now,
    ended_at: null,
  };
  if (was) await updateCallback(tx, id, callback);
  else await insertCallback(tx, callback);
  await updateConversation(tx, row.id, {
    wants: 'call',
    touched_at: now,
    ...(row.state === 'waiting'
      ? {
          ...(await placeInTime(tx, parts, row, ask.at)),
          shown_place: null,
          offer_id: null,
          offer_to: null,
          offer_until: null,
        }
      : {}),
  });
  await writeEvent(tx, parts, row.id, {
    kind: 'callback-asked',
    actor: ask.insteadOf === undefined ? 'customer' : 'system',
    body: {
      callbackId: id,
      maskedPhone: maskPhone(phone),
      ...(ask.at === undefined ? {} : { at: new Date(ask.at).toISOString() }),
      ...(ask.insteadOf === undefined ? {} : { insteadOf: ask.insteadOf }),
    },
  });
  await addAudit(tx, parts, {
    actor: ask.insteadOf === undefined ? { kind: 'customer', id: who.customerId } : SYSTEM,
    action: 'callback-asked',
    subject: { kind: 'callback', id },
  });
  if (ask.insteadOf === undefined) await tell(tx, parts, callback, phone);
  const kept = await findCallback(tx, id);
  const placed = await findConversationById(tx, row.id);
  if (!kept || !placed) throw new Error('a call-back went away');
  return { callback: await viewCallbackPlace(tx, parts, kept, placed), isNew: !was };
}
