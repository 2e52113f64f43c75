import type { Draft } from '#domain/api/draft.ts';
import { ownersOf, type Who } from '../http/context.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { findDraft, listOpenDrafts, type DraftRecord } from '../store/drafts.ts';
import type { Db } from '../store/store.ts';
import { presentDraft, viewDraft } from './draft-view.ts';
import { finishUploadsOfDraft } from './uploads/finish-upload.ts';

/** The draft of this person. @throws ProblemError 404, also for somebody else's */
export async function ownDraft(db: Db, parts: Parts, who: Who, id: string): Promise<DraftRecord> {
  const draft = await findDraft(db, parts.seal, id, ownersOf(who));
  if (!draft) throw new ProblemError('not-found', 404);
  return draft;
}

export async function readDraft(parts: Parts, who: Who, id: string): Promise<Draft> {
  const { draft } = presentDraft(parts, await ownDraft(parts.store.db, parts, who, id));
  await finishUploadsOfDraft(parts, draft.id);
  return viewDraft(parts.store.db, parts, draft);
}

/** A person's open drafts, the newest first. */
export async function listDrafts(parts: Parts, who: Who) {
  const rows = await listOpenDrafts(parts.store.db, ownersOf(who));
  return rows.map((row) => ({
    id: row.id,
    flow: row.flow,
    version: row.version,
    updatedAt: new Date(row.updated_at).toISOString(),
  }));
}
