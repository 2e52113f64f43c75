import type { Actor, Draft, DraftChange } from '#domain/api/draft.ts';
import type { AnswerValue, Answers, Flow } from '#domain/flow/types.ts';
import { hasShapeOf } from '#domain/flow/validate.ts';
import type { Who } from '../http/context.ts';
import { ProblemError, type FieldFault } from '../http/problem.ts';
import type { Lng } from '../http/words.ts';
import type { Parts } from '../parts.ts';
import { updateDraft, type DraftRecord } from '../store/drafts.ts';
import type { Tx } from '../store/store.ts';
import { presentDraft, viewDraft } from './draft-view.ts';
import { ownDraft } from './read-draft.ts';
import { finishUploadsOfDraft } from './uploads/finish-upload.ts';

function refuseForged(flow: Flow, changes: readonly DraftChange[]): void {
  const faults = changes.flatMap(({ field, value }): FieldFault[] => {
    // Own keys only: `constructor` is no field.
    const spec = Object.hasOwn(flow.fields, field) ? flow.fields[field] : undefined;
    if (!spec) return [{ field, code: 'field-unknown' }];
    return value === null || hasShapeOf(spec, value) ? [] : [{ field, code: 'wrong-type' }];
  });
  const first = faults.find((fault) => fault.code === 'field-unknown') ?? faults[0];
  if (first) throw new ProblemError(first.code, 422, { errors: faults });
}

const isSame = (a: AnswerValue | undefined, b: AnswerValue | null): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b);

function applyChanges(draft: DraftRecord, changes: readonly DraftChange[], actor: Actor) {
  const answers: Record<string, AnswerValue> = { ...draft.answers };
  const writtenBy = { ...draft.writtenBy };
  const sources = { ...draft.sources };
  for (const { field, value, from } of changes) {
    delete sources[field];
    if (value === null) {
      delete answers[field];
      delete writtenBy[field];
    } else {
      answers[field] = value;
      writtenBy[field] = actor;
      if (from) sources[field] = from;
    }
  }
  return { answers: answers as Answers, writtenBy, sources };
}

/**
 * Saves changes to an open draft, right or wrong as long as each has its field's shape: what must be mended is kept too.
 * Changes that say what the draft says already are no conflict, so that a repeated call is harmless.
 * @throws ProblemError 404; 422 `field-unknown` or `wrong-type`; 409 `draft-changed` with the present draft, `draft-submitted`
 */
export async function changeDraft(
  parts: Parts,
  who: Who,
  id: string,
  change: ChangesOfDraft,
  lng?: Lng,
): Promise<Draft> {
  await prepareChange(parts, who, id, change);
  return parts.store.write((tx) => changeDraftIn(tx, parts, who, id, change, lng));
}

export interface ChangesOfDraft {
  baseVersion: number;
  changes: readonly DraftChange[];
}

/** What must be done before the transaction of a change. @throws ProblemError 404; 422 */
export async function prepareChange(
  parts: Parts,
  who: Who,
  id: string,
  { changes }: ChangesOfDraft,
): Promise<void> {
  const { flow } = presentDraft(parts, await ownDraft(parts.store.db, parts, who, id));
  refuseForged(flow, changes);
  // What a photos answer names is made into documents first, so that the answer tells their true state.
  if (changes.some(({ value }) => Array.isArray(value))) await finishUploadsOfDraft(parts, id);
}

/** The change itself, for a transaction that does more; `prepareChange` comes before it. @throws as `changeDraft` */
export async function changeDraftIn(
  tx: Tx,
  parts: Parts,
  who: Who,
  id: string,
  change: ChangesOfDraft,
  lng?: Lng,
): Promise<Draft> {
  const { draft } = presentDraft(parts, await ownDraft(tx, parts, who, id));
  if (draft.state !== 'open') throw new ProblemError('draft-submitted', 409);
  if (change.changes.every(({ field, value }) => isSame(draft.answers[field], value))) {
    return viewDraft(tx, parts, draft);
  }
  const next: DraftRecord = {
    ...draft,
    ...applyChanges(draft, change.changes, 'customer'),
    version: draft.version + 1,
    updatedAt: parts.clock.now(),
    ...(lng ? { lng } : {}),
  };
  const isSaved = change.baseVersion === draft.version && (await updateDraft(tx, parts.seal, next));
  if (isSaved) return viewDraft(tx, parts, next);
  const { draft: present } = presentDraft(parts, await ownDraft(tx, parts, who, id));
  throw new ProblemError('draft-changed', 409, {
    more: { draft: await viewDraft(tx, parts, present) },
  });
}
