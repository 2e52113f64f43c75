import type { Proposal } from '#domain/api/conversation.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import type { AnswerValue } from '#domain/flow/types.ts';
import { hasShapeOf } from '#domain/flow/validate.ts';
import { customerOnlyFields } from '#domain/handoff/customer-only.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { listOfStaff } from '../../store/desk.ts';
import { findDraft, type DraftRecord } from '../../store/drafts.ts';
import {
  holdSameProposal,
  insertProposal,
  replaceProposals,
  type ProposalRecord,
} from '../../store/proposals.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import type { Db } from '../../store/store.ts';
import { presentDraft } from '../draft-view.ts';
import { viewProposal } from './proposal-view.ts';
import { writeEvent } from './write-event.ts';

/** The draft and the conversation that lets this member look at it: theirs, open, with its owner. @throws ProblemError 404 */
export async function helpedDraft(
  db: Db,
  parts: Parts,
  staff: StaffMember,
  draftId: string,
): Promise<{ draft: DraftRecord; conversation: ConversationTable }> {
  for (const conversation of await listOfStaff(db, staff.id)) {
    const draft = await findDraft(db, parts.seal, draftId, [conversation.owner]);
    if (draft) return { draft, conversation };
  }
  throw new ProblemError('not-found', 404);
}

async function refuse(parts: Parts, staff: StaffMember, draftId: string, field: string) {
  await parts.store.write((tx) =>
    addAudit(tx, parts, {
      actor: { kind: 'staff', id: staff.id },
      action: 'staff-refused',
      subject: { kind: 'draft', id: draftId },
      detail: { field },
    }),
  );
  throw new ProblemError('field-customer-only', 403);
}

/**
 * Proposes an answer: nothing is written into the draft. A newer proposal for a field takes the place of an older one;
 * the same one, said again while it is open, is one.
 * @throws ProblemError 404 without a conversation in hand with its owner; 403 field-customer-only, kept in the audit;
 *   422 field-unknown, wrong-type; 409 draft-submitted, draft-changed
 */
export async function propose(
  parts: Parts,
  staff: StaffMember,
  draftId: string,
  proposed: { field: string; value: AnswerValue; baseVersion: number },
): Promise<Proposal> {
  const { field, value, baseVersion } = proposed;
  const found = await helpedDraft(parts.store.db, parts, staff, draftId);
  const { flow } = presentDraft(parts, found.draft);
  const spec = Object.hasOwn(flow.fields, field) ? flow.fields[field] : undefined;
  if (!spec) {
    throw new ProblemError('field-unknown', 422, {
      errors: [{ field: 'field', code: 'field-unknown' }],
    });
  }
  if (customerOnlyFields(flow).includes(field)) await refuse(parts, staff, draftId, field);
  if (!hasShapeOf(spec, value)) {
    throw new ProblemError('wrong-type', 422, { errors: [{ field: 'value', code: 'wrong-type' }] });
  }
  const { proposal, conversationId } = await parts.store.write(async (tx) => {
    const { draft, conversation } = await helpedDraft(tx, parts, staff, draftId);
    if (draft.state !== 'open') throw new ProblemError('draft-submitted', 409);
    if (draft.version !== baseVersion) throw new ProblemError('draft-changed', 409);
    const same = await holdSameProposal(tx, parts.seal, {
      draft_id: draftId,
      staff_id: staff.id,
      field,
      base_version: baseVersion,
    });
    // Said again after an answer that was lost: it is one.
    if (same && JSON.stringify(same.value) === JSON.stringify(value))
      return { proposal: same, conversationId: conversation.id };
    const now = parts.clock.now();
    await replaceProposals(tx, draftId, field, now);
    const record: ProposalRecord = {
      id: parts.ids.id(),
      draft_id: draftId,
      conversation_id: conversation.id,
      staff_id: staff.id,
      field,
      value,
      base_version: baseVersion,
      state: 'open',
      at: now,
      ended_at: null,
    };
    await insertProposal(tx, parts.seal, record);
    await writeEvent(tx, parts, conversation.id, {
      kind: 'proposal',
      actor: 'agent',
      body: { proposalId: record.id, draftId, field, value, staffName: staff.displayName },
    });
    await addAudit(tx, parts, {
      actor: { kind: 'staff', id: staff.id },
      action: 'answer-proposed',
      subject: { kind: 'draft', id: draftId },
      detail: { field },
    });
    return { proposal: record, conversationId: conversation.id };
  });
  parts.hints.notify(conversationId);
  return viewProposal({ ...proposal, staffName: staff.displayName });
}
