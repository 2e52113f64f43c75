import type { HelpRequest } from '#domain/api/help.ts';
import { creditOf } from '#domain/handoff/credit.ts';
import { needsOf } from '#domain/handoff/needs.ts';
import { isId } from '../http/answers.ts';
import { ownerOf, ownersOf, type Who } from '../http/context.ts';
import type { Lng } from '../http/words.ts';
import type { Parts } from '../parts.ts';
import { addAudit } from '../store/audit.ts';
import {
  findConversation,
  findOpenConversation,
  insertConversation,
  updateConversation,
} from '../store/conversations.ts';
import { findCustomer } from '../store/customers.ts';
import { findDraft } from '../store/drafts.ts';
import type { ConversationTable } from '../store/schema-handoff.ts';
import { appendEvent, deleteStream, insertStream } from '../store/streams.ts';
import type { Tx } from '../store/store.ts';
import { standingOf } from './customer-view.ts';
import { viewHelpRequest } from './queue-place.ts';

/** Where the person stood: goes along to the agent, so that nothing is told twice. */
export interface AskForHelp {
  page: string;
  step?: string;
  flow?: string;
  draftId?: string;
  mode: string;
  lng: Lng;
  dialect?: string;
  /** Ways and codes that are known here. */
  tried?: readonly string[];
}

const triedIn = ({ tried = [] }: AskForHelp) => (tried.length > 0 ? { tried } : {});

export interface Helped {
  request: HelpRequest;
  /** False: one was open, and this is it. */
  isNew: boolean;
}

/** A draft that is not theirs is left out, never a reason to refuse. */
async function ownDraftId(
  tx: Tx,
  parts: Parts,
  who: Who,
  draftId: string | undefined,
): Promise<string | null> {
  if (!draftId) return null;
  return (await findDraft(tx, parts.seal, draftId, ownersOf(who)))?.id ?? null;
}

async function newConversation(
  tx: Tx,
  parts: Parts,
  who: Who,
  ask: AskForHelp,
): Promise<ConversationTable> {
  const customer = who.customerId ? await findCustomer(tx, parts.seal, who.customerId) : undefined;
  const owner = ownerOf(who);
  const now = parts.clock.now();
  const standing = standingOf(parts, customer);
  return {
    id: parts.ids.id(),
    owner,
    open_owner: owner,
    customer_id: customer?.id ?? null,
    state: 'waiting',
    enqueued_at: now,
    credit_ms: creditOf(standing, parts.config.credit),
    page: ask.page,
    step: ask.step ?? null,
    flow: ask.flow ?? null,
    draft_id: await ownDraftId(tx, parts, who, ask.draftId),
    mode: ask.mode,
    lng: ask.lng,
    asked: 1,
    taken_by: null,
    taken_at: null,
    closed_at: null,
    asked_at: now,
    first_taken_at: null,
    age_band: standing.ageBand,
    needs: JSON.stringify(needsOf({ ...ask, flow: parts.flows.find(({ id }) => id === ask.flow) })),
    wants: 'chat',
    not_before: null,
    shown_place: null,
    shown_at: null,
    offer_id: null,
    offer_to: null,
    offer_until: null,
    prefers: null,
    prefers_until: null,
    touched_at: now,
    customer_seen_at: now,
    lost_at: null,
    customer_to: 0,
    customer_read: 0,
    staff_to: 0,
    staff_read: 0,
  };
}

async function askAgain(
  tx: Tx,
  parts: Parts,
  row: ConversationTable,
  ask: AskForHelp,
): Promise<Helped> {
  await updateConversation(tx, row.id, { asked: row.asked + 1 });
  await appendEvent(tx, parts.seal, {
    streamId: row.id,
    clientId: parts.ids.id(),
    kind: 'requested-again',
    actor: 'customer',
    body: { page: ask.page, ...(ask.step ? { step: ask.step } : {}), ...triedIn(ask) },
    at: parts.clock.now(),
  });
  return { request: await viewHelpRequest(tx, parts, row), isNew: false };
}

/**
 * Asks for a person. Never refused and never limited: while a request is open, asking again gives the same one with
 * its place, and the log keeps that it was asked again and where.
 */
export async function requestHelp(
  tx: Tx,
  parts: Parts,
  who: Who,
  ask: AskForHelp,
): Promise<Helped> {
  const open = await findOpenConversation(tx, ownersOf(who));
  if (open) return askAgain(tx, parts, open, ask);

  const row = await newConversation(tx, parts, who, ask);
  await insertStream(tx, { id: row.id, kind: 'conversation', created_at: row.enqueued_at });
  if (!(await insertConversation(tx, row))) {
    // Two taps at once: the other one's request is this person's.
    await deleteStream(tx, row.id);
    const other = await findOpenConversation(tx, ownersOf(who));
    if (!other) throw new Error('an open conversation went away');
    return askAgain(tx, parts, other, ask);
  }
  await appendEvent(tx, parts.seal, {
    streamId: row.id,
    clientId: 'requested',
    kind: 'requested',
    actor: 'customer',
    body: {
      page: row.page,
      mode: row.mode,
      lng: row.lng,
      ...(row.step ? { step: row.step } : {}),
      ...(row.flow ? { flow: row.flow } : {}),
      ...triedIn(ask),
    },
    at: row.enqueued_at,
  });
  await addAudit(tx, parts, {
    actor: { kind: 'customer', id: who.customerId },
    action: 'help-requested',
    subject: { kind: 'conversation', id: row.id },
    detail: { page: row.page },
  });
  return { request: await viewHelpRequest(tx, parts, row), isNew: true };
}

/** The open request of this person, or nothing. */
export async function currentHelp(
  parts: Parts,
  who: Who | undefined,
): Promise<HelpRequest | undefined> {
  const row = who && (await findOpenConversation(parts.store.db, ownersOf(who)));
  return row && viewHelpRequest(parts.store.db, parts, row);
}

/** A conversation of this person by its id, or nothing: for the plain answer page. */
export async function helpOf(
  parts: Parts,
  who: Who | undefined,
  id: string,
): Promise<HelpRequest | undefined> {
  if (!who || !isId(id)) return undefined;
  const row = await findConversation(parts.store.db, id, ownersOf(who));
  return row && viewHelpRequest(parts.store.db, parts, row);
}
