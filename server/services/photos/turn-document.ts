import type { DraftDocument } from '#domain/api/draft.ts';
import { ownersOf, type Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { findDocument, turnDocumentRow } from '../../store/documents.ts';
import { viewDocument } from '../../store/draft-documents.ts';
import { findDraft } from '../../store/drafts.ts';
import { wakeJob } from '../../store/jobs.ts';
import type { Tx } from '../../store/store.ts';

/**
 * Turns a photo of an open draft clockwise, all its pages. What was read from it is forgotten and read anew.
 * @param quarters how many quarters, 1 to 3
 * @throws ProblemError not-found, draft-submitted
 */
export async function turnDocument(
  tx: Tx,
  parts: Parts,
  who: Who,
  id: string,
  quarters: number,
): Promise<DraftDocument> {
  const row = await findDocument(tx, id, ownersOf(who));
  if (row?.state !== 'received' || row.media_type !== null)
    throw new ProblemError('not-found', 404);
  const draft = await findDraft(tx, parts.seal, row.draft_id, ownersOf(who));
  if (draft?.state !== 'open') throw new ProblemError('draft-submitted', 409);
  const turned = await turnDocumentRow(tx, row, quarters);
  const now = parts.clock.now();
  await wakeJob(tx, {
    id: parts.ids.id(),
    kind: 'read-document',
    subject: id,
    runAt: now,
    now,
  });
  await addAudit(tx, parts, {
    actor: { kind: 'customer', id: row.owner },
    action: 'document-turned',
    subject: { kind: 'document', id },
    detail: { draft: row.draft_id, field: row.field, quarters },
  });
  return viewDocument(turned);
}
