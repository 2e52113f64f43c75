import { findFlow } from '#domain/claims/flows.ts';
import type { Draft } from '#domain/api/draft.ts';
import { ownerOf, type Who } from '../http/context.ts';
import { ProblemError } from '../http/problem.ts';
import type { Lng } from '../http/words.ts';
import type { Parts } from '../parts.ts';
import { insertDraft, type DraftRecord } from '../store/drafts.ts';
import type { Tx } from '../store/store.ts';
import { viewDraft } from './draft-view.ts';

/** Begins a claim of this kind. @throws ProblemError 422 `flow-unknown` */
export async function createDraft(
  tx: Tx,
  parts: Parts,
  who: Who,
  flowId: string,
  lng?: Lng,
): Promise<Draft> {
  const flow = findFlow(flowId, parts.flows);
  if (!flow) {
    throw new ProblemError('flow-unknown', 422, {
      errors: [{ field: 'flow', code: 'flow-unknown' }],
    });
  }
  const draft: DraftRecord = {
    id: parts.ids.id(),
    owner: ownerOf(who),
    flow: flow.id,
    flowVersion: flow.version,
    version: 1,
    state: 'open',
    answers: {},
    writtenBy: {},
    sources: {},
    updatedAt: parts.clock.now(),
    lng,
  };
  await insertDraft(tx, parts.seal, draft);
  return viewDraft(tx, parts, draft);
}
