import type { DraftDocument } from '#domain/api/draft.ts';
import { ownersOf, type Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { findDocument, leaveDocumentRow } from '../../store/documents.ts';
import { viewDocument } from '../../store/draft-documents.ts';
import { findDraft } from '../../store/drafts.ts';
import type { Tx } from '../../store/store.ts';

/**
 * The owner of a photo leaves it as it is, whatever was remarked on it: nobody asks or writes about it again. Said twice
 * it is the same; a photo that is turned afterwards is another picture, and is asked about anew.
 * @throws ProblemError not-found, draft-submitted
 */
export async function leaveDocument(
  tx: Tx,
  parts: Parts,
  who: Who,
  id: string,
): Promise<DraftDocument> {
  const row = await findDocument(tx, id, ownersOf(who));
  if (row?.state !== 'received') throw new ProblemError('not-found', 404);
  const draft = await findDraft(tx, parts.seal, row.draft_id, ownersOf(who));
  if (draft?.state !== 'open') throw new ProblemError('draft-submitted', 409);
  if (row.left_at) return viewDocument(row);
  const left = await leaveDocumentRow(tx, row, parts.clock.now());
  await addAudit(tx, parts, {
    actor: { kind: 'customer', id: row.owner },
    action: 'document-left',
    subject: { kind: 'document', id },
    detail: { draft: row.draft_id, field: row.field },
  });
  return viewDocument(left);
}
