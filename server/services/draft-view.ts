import type { Draft } from '#domain/api/draft.ts';
import { findFlow } from '#domain/claims/flows.ts';
import { FlowTooNewError, FlowTooOldError, migrateAnswers } from '#domain/flow/migrate.ts';
import type { Flow } from '#domain/flow/types.ts';
import { chinaDay } from '#domain/lane/age.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { readDocumentsOfDraft } from '../store/draft-documents.ts';
import type { DraftRecord } from '../store/drafts.ts';
import type { Db } from '../store/store.ts';
import { knowledgeOf } from './facts/draft-knowledge.ts';
import { withRemarks } from './paper-remarks.ts';

/** A draft brought up to the flow of today; what is stored stays as it is until the next change. */
export interface PresentDraft {
  flow: Flow;
  draft: DraftRecord;
}

/**
 * @throws ProblemError 422 `flow-unknown` for a kind no longer offered, 409 `flow-too-new` for a newer program's draft,
 *   `flow-too-old` for one from so long ago that a person looks at it with the customer
 */
export function presentDraft(parts: Pick<Parts, 'flows'>, draft: DraftRecord): PresentDraft {
  const flow = findFlow(draft.flow, parts.flows);
  if (!flow) throw new ProblemError('flow-unknown', 422);
  try {
    const answers = migrateAnswers(flow, draft.flowVersion, draft.answers);
    return { flow, draft: { ...draft, answers, flowVersion: flow.version } };
  } catch (cause) {
    if (cause instanceof FlowTooNewError) throw new ProblemError('flow-too-new', 409, { cause });
    if (cause instanceof FlowTooOldError) throw new ProblemError('flow-too-old', 409, { cause });
    throw cause;
  }
}

/** The draft as its owner sees it: with what is known before it is asked, once it is known who they are (F5). */
export async function viewDraft(db: Db, parts: Parts, draft: DraftRecord): Promise<Draft> {
  return {
    id: draft.id,
    flow: draft.flow,
    flowVersion: draft.flowVersion,
    version: draft.version,
    answers: draft.answers,
    writtenBy: draft.writtenBy,
    documents: withRemarks(
      await readDocumentsOfDraft(db, parts.seal, draft.id),
      ({ reading }) => reading,
    ),
    today: chinaDay(parts.clock.now()),
    ...(await knowledgeOf(db, parts, draft)),
    ...(Object.keys(draft.sources).length > 0 ? { sources: draft.sources } : {}),
  };
}
