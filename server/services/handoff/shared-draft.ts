import type { SharedDraft } from '#domain/api/staff-queue.ts';
import { customerOnlyFields } from '#domain/handoff/customer-only.ts';
import type { Answers, AnswerValue, Flow } from '#domain/flow/types.ts';
import { LATER, UNKNOWN } from '#domain/flow/types.ts';
import type { Parts } from '../../parts.ts';
import { findDraft, listOpenDrafts, type DraftRecord } from '../../store/drafts.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import type { Db } from '../../store/store.ts';
import { maskAnswers } from '../claim-view.ts';
import { maskPhone } from '../customer-view.ts';
import { presentDraft } from '../draft-view.ts';

/** The draft that a conversation is about: the one it was asked from, else the one last worked on. */
export async function draftOf(
  db: Db,
  parts: Parts,
  row: ConversationTable,
): Promise<DraftRecord | undefined> {
  const id = row.draft_id ?? (await listOpenDrafts(db, [row.owner]))[0]?.id;
  const draft = id ? await findDraft(db, parts.seal, id, [row.owner]) : undefined;
  return draft?.state === 'open' ? draft : undefined;
}

function maskMore(flow: Flow, answers: Answers): Answers {
  const mask = (field: string, value: AnswerValue): AnswerValue => {
    if (value === LATER || value === UNKNOWN) return value;
    const kind = flow.fields[field]?.kind;
    if (kind === 'phone' && typeof value === 'string') return maskPhone(value);
    return field === 'postalAddress' ? '****' : value;
  };
  return Object.fromEntries(
    Object.entries(answers).map(([field, value]) => [field, mask(field, value)]),
  );
}

/** A draft as staff in the conversation see it: card, ID and telephone masked here, the customer's own fields named. */
export function viewSharedDraft(parts: Parts, record: DraftRecord): SharedDraft {
  const { flow, draft } = presentDraft(parts, record);
  const answers = maskMore(flow, maskAnswers(flow, draft.answers));
  return {
    id: draft.id,
    flow: draft.flow,
    version: draft.version,
    answers,
    maskedFields: Object.keys(answers).filter((field) => answers[field] !== draft.answers[field]),
    customerOnly: customerOnlyFields(flow),
  };
}
