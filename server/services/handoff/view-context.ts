import type { ConversationContext } from '#domain/api/staff-queue.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { openCallbackOf } from '../../store/callbacks.ts';
import { listClaims } from '../../store/claims.ts';
import { findCustomer } from '../../store/customers.ts';
import { listNotes } from '../../store/notes.ts';
import { listProposals } from '../../store/proposals.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import { findStaffById } from '../../store/staff.ts';
import { lastSeq } from '../../store/streams.ts';
import { maskPhone } from '../customer-view.ts';
import { viewReceipts } from '../read-conversation.ts';
import { viewCallback } from './callback-view.ts';
import { readableConversation } from './party.ts';
import { viewProposal } from './proposal-view.ts';
import { triedOf } from './tried.ts';
import { draftOf, viewSharedDraft } from './shared-draft.ts';

const iso = (at: number): string => new Date(at).toISOString();

async function viewCustomerOf(parts: Parts, row: ConversationTable) {
  const { db } = parts.store;
  if (!row.customer_id) return { customerName: '', claims: [] };
  const customer = await findCustomer(db, parts.seal, row.customer_id);
  const maskedPhone = customer ? maskPhone(customer.phone) : undefined;
  const claims = await listClaims(db, [row.owner]);
  return {
    customerName: customer?.profile?.name ?? maskedPhone ?? '',
    ...(maskedPhone ? { maskedPhone } : {}),
    claims: claims
      .slice(0, 5)
      .map(({ id, number, flow, status }) => ({ id, number, flow, status })),
  };
}

/**
 * All that an agent needs at a glance, so that nothing is told twice (H4): masked here. Looking is audited, and most of
 * all a supervisor's look into somebody else's conversation.
 * @throws ProblemError 404
 */
export async function viewContext(
  parts: Parts,
  staff: StaffMember,
  id: string,
): Promise<ConversationContext> {
  const { db } = parts.store;
  const row = await readableConversation(db, parts, { side: 'agent', staff }, id);
  const isMine = row.taken_by === staff.id;
  await parts.store.write((tx) =>
    addAudit(tx, parts, {
      actor: { kind: 'staff', id: staff.id },
      action: 'conversation-seen',
      subject: { kind: 'conversation', id },
      detail: { isMine },
    }),
  );
  const draft = await draftOf(db, parts, row);
  const callback = await openCallbackOf(db, id);
  const taker = row.taken_by ? await findStaffById(db, row.taken_by) : undefined;
  const { customerName, maskedPhone, claims } = await viewCustomerOf(parts, row);
  return {
    conversationId: id,
    state: row.state,
    wants: row.wants ?? 'chat',
    page: row.page,
    ...(row.step ? { step: row.step } : {}),
    ...(row.flow ? { flow: row.flow } : {}),
    mode: row.mode,
    lng: row.lng,
    needs: row.needs ? (JSON.parse(row.needs) as string[]) : [],
    tried: await triedOf(db, parts, id),
    asked: row.asked,
    customerName,
    ...(maskedPhone ? { maskedPhone } : {}),
    ageBand: row.age_band ?? 'unknown',
    askedAt: iso(row.asked_at),
    ...(row.taken_at === null ? {} : { takenAt: iso(row.taken_at) }),
    ...(taker ? { takenByName: taker.display_name } : {}),
    isMine,
    ...(draft ? { draft: viewSharedDraft(parts, draft) } : {}),
    proposals: draft ? (await listProposals(db, parts.seal, draft.id)).map(viewProposal) : [],
    claims,
    notes: (await listNotes(db, parts.seal, id)).map((note) => ({
      id: note.id,
      text: note.text,
      staffName: note.staffName,
      at: iso(note.at),
    })),
    receipts: viewReceipts(row),
    lastSeq: await lastSeq(db, id),
    ...(callback ? { callback: viewContextCallback(parts, callback) } : {}),
  };
}

function viewContextCallback(
  parts: Parts,
  row: Parameters<typeof viewCallback>[1],
): NonNullable<ConversationContext['callback']> {
  const { conversationId: _conversationId, ...rest } = viewCallback(parts, row);
  return rest;
}
