import type { Parts } from '../../parts.ts';
import { ProblemError } from '../../http/problem.ts';
import { addAudit } from '../../store/audit.ts';
import { deleteLooseDocument } from '../../store/documents.ts';
import { findDraft } from '../../store/drafts.ts';
import { deleteUpload, deleteUploadsSameAs, findUploadById } from '../../store/uploads.ts';
import { dropPictures } from '../photos/kept-picture.ts';
import { dropBytes } from './upload-files.ts';

/**
 * Takes a photo away, on its way or kept, as long as it is not part of a claim.
 * @throws ProblemError draft-submitted when it is
 */
export async function removeUpload(parts: Parts, id: string): Promise<void> {
  await parts.store.write(async (tx) => {
    const upload = await findUploadById(tx, id);
    if (!upload) return;
    const draft = await findDraft(tx, parts.seal, upload.draft_id, [upload.owner]);
    if (draft?.state === 'submitted') throw new ProblemError('draft-submitted', 409);
    await deleteLooseDocument(tx, id);
    await deleteUpload(tx, id);
    await deleteUploadsSameAs(tx, id);
    await addAudit(tx, parts, {
      actor: { kind: 'customer', id: upload.owner },
      action: 'document-removed',
      subject: { kind: 'document', id },
      detail: { draft: upload.draft_id, field: upload.field },
    });
  });
  await dropBytes(parts, id);
  await dropPictures(parts, id);
}
