import type { Draft } from '#domain/api/draft.ts';
import type { Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { endProposal, holdProposal, type ProposalRecord } from '../../store/proposals.ts';
import type { Tx } from '../../store/store.ts';
import { changeDraftIn, prepareChange, type ChangesOfDraft } from '../change-draft.ts';
import { presentDraft, viewDraft } from '../draft-view.ts';
import { ownDraft } from '../read-draft.ts';
import { deskOf } from './subjects.ts';
import { writeEvent } from './write-event.ts';

async function openProposal(
  parts: Parts,
  who: Who,
  draftId: string,
  id: string,
): Promise<ProposalRecord> {
  await ownDraft(parts.store.db, parts, who, draftId);
  const record = await parts.store.write((tx) => holdProposal(tx, parts.seal, id, draftId));
  if (!record) throw new ProblemError('not-found', 404);
  return record;
}

/** Ends one that this transaction holds and that is open. */
async function end(
  tx: Tx,
  parts: Parts,
  who: Who,
  record: ProposalRecord,
  state: 'accepted' | 'declined',
): Promise<void> {
  await endProposal(tx, record.id, parts.clock.now(), state);
  await writeEvent(tx, parts, record.conversation_id, {
    kind: state === 'accepted' ? 'proposal-accepted' : 'proposal-declined',
    actor: 'customer',
    body: { proposalId: record.id, field: record.field },
  });
  await addAudit(tx, parts, {
    actor: { kind: 'customer', id: who.customerId },
    action: `proposal-${state}`,
    subject: { kind: 'draft', id: record.draft_id },
    detail: { field: record.field, proposal: record.id, staff: record.staff_id },
  });
}

function tell(parts: Parts, record: ProposalRecord): void {
  parts.hints.notify(record.conversation_id);
  parts.hints.notify(deskOf(record.staff_id));
}

async function viewOwnDraft(tx: Tx, parts: Parts, who: Who, draftId: string): Promise<Draft> {
  const { draft } = presentDraft(parts, await ownDraft(tx, parts, who, draftId));
  return viewDraft(tx, parts, draft);
}

/**
 * The customer says yes: their own change of their own draft, by the way of every other change. The change and the yes
 * in the log are one: neither is there without the other, whatever dies between. Said twice it is one.
 * @throws ProblemError 404; 409 proposal-gone, and what changeDraft throws
 */
export async function acceptProposal(
  parts: Parts,
  who: Who,
  draftId: string,
  id: string,
  baseVersion: number,
): Promise<Draft> {
  const record = await openProposal(parts, who, draftId, id);
  const change: ChangesOfDraft = {
    baseVersion,
    changes: [{ field: record.field, value: record.value, from: 'proposal' }],
  };
  await prepareChange(parts, who, draftId, change);
  const draft = await parts.store.write(async (tx) => {
    const now = await holdProposal(tx, parts.seal, id, draftId);
    if (now?.state === 'accepted') return viewOwnDraft(tx, parts, who, draftId);
    if (now?.state !== 'open') throw new ProblemError('proposal-gone', 409);
    const changed = await changeDraftIn(tx, parts, who, draftId, change);
    await end(tx, parts, who, now, 'accepted');
    return changed;
  });
  tell(parts, record);
  return draft;
}

/** The customer says no; the draft stays as it is. @throws ProblemError 404; 409 proposal-gone when it was accepted */
export async function declineProposal(
  parts: Parts,
  who: Who,
  draftId: string,
  id: string,
): Promise<void> {
  const record = await openProposal(parts, who, draftId, id);
  await parts.store.write(async (tx) => {
    const now = await holdProposal(tx, parts.seal, id, draftId);
    if (now?.state === 'accepted') throw new ProblemError('proposal-gone', 409);
    if (now?.state === 'open') await end(tx, parts, who, now, 'declined');
  });
  tell(parts, record);
}
