import { findFlow } from '#domain/claims/flows.ts';
import { ownerOf, ownersOf, type Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { findClaimOfDraft } from '../../store/claims.ts';
import { findDraft } from '../../store/drafts.ts';
import { countUploadsOfDraft, insertUpload } from '../../store/uploads.ts';
import { isUploadId } from './upload-files.ts';
import type { Tx } from '../../store/store.ts';
import { isAskedFor } from '../claims/standing.ts';
import { FILENAME_MAX, MAX_UPLOAD_BYTES, MAX_UPLOADS_OF_DRAFT } from './limits.ts';

export interface NewUpload {
  draftId: string;
  field: string;
  /** As the phone calls it: shown to staff at most, never a path. */
  filename: string;
  /** As the phone says: never believed. */
  fileType: string;
  bytes: number;
}

/** A media type, or nothing: text of a stranger goes no further. */
function readType(type: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) && type.length <= 100 ? type : '';
}

/**
 * Takes note of a photo that is about to come for an open draft of this person.
 * @returns the upload's id, which becomes the document's
 * @throws ProblemError not-found, draft-submitted, field-unknown, photo-too-large, photos-too-many
 */
export async function beginUpload(
  tx: Tx,
  parts: Parts,
  who: Who,
  upload: NewUpload,
): Promise<string> {
  if (upload.bytes > MAX_UPLOAD_BYTES) throw new ProblemError('photo-too-large', 413);
  if (!isUploadId(upload.draftId)) throw new ProblemError('not-found', 404);
  const id = parts.ids.id();
  const draft = await findDraft(tx, parts.seal, upload.draftId, ownersOf(who));
  if (!draft) throw new ProblemError('not-found', 404);
  const claim =
    draft.state === 'open' ? undefined : await findClaimOfDraft(tx, parts.seal, draft.id);
  // A claim that was sent takes the photos that it was asked for, and no other.
  if (draft.state !== 'open' && !isAskedFor(claim, upload.field)) {
    throw new ProblemError('draft-submitted', 409);
  }
  const spec = findFlow(draft.flow, parts.flows)?.fields[upload.field];
  if (spec?.kind !== 'photos' && spec?.kind !== 'statement') {
    throw new ProblemError('field-unknown', 422, {
      errors: [{ field: 'field', code: 'field-unknown' }],
    });
  }
  if ((await countUploadsOfDraft(tx, upload.draftId)) >= MAX_UPLOADS_OF_DRAFT) {
    throw new ProblemError('photos-too-many', 422);
  }
  const now = parts.clock.now();
  await insertUpload(tx, {
    id,
    owner: ownerOf(who),
    draft_id: upload.draftId,
    field: upload.field,
    filename_sealed: parts.seal.seal(
      `upload.filename_sealed.${id}`,
      upload.filename.slice(0, FILENAME_MAX),
    ),
    file_type: readType(upload.fileType),
    bytes: upload.bytes,
    state: 'open',
    same_as: null,
    lock_by: null,
    lock_until: null,
    created_at: now,
    updated_at: now,
  });
  return id;
}
