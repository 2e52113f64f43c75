import type { StaffMember } from '#domain/api/staff.ts';
import { ownersOf, type Who } from '../http/context.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { addAudit } from '../store/audit.ts';
import { findDocument, findDocumentById } from '../store/documents.ts';
import type { DocumentTable } from '../store/schema.ts';
import { may } from './staff/roles.ts';
import { openPicture, pagesOf } from './photos/kept-picture.ts';

export interface PhotoReader {
  who?: Who;
  staff?: StaffMember;
}

/** The document if this reader may have it. */
export async function findReadable(
  parts: Parts,
  reader: PhotoReader,
  id: string,
): Promise<{ row: DocumentTable; isStaff: boolean } | undefined> {
  const own = reader.who && (await findDocument(parts.store.db, id, ownersOf(reader.who)));
  if (own) return { row: own, isStaff: false };
  if (!reader.staff || !may(reader.staff.role, 'see-photos')) return undefined;
  const row = await findDocumentById(parts.store.db, id);
  // What nobody has sent in yet is nobody's business but theirs.
  return row?.claim_id ? { row, isStaff: true } : undefined;
}

/**
 * The bytes of a photo for its owner, or for staff once it is part of a claim. Staff's look at the large one is audited.
 * @throws ProblemError 404 for anybody else, and for a photo that was refused
 */
export async function openPhoto(
  parts: Parts,
  reader: PhotoReader,
  id: string,
  size: 'full' | 'thumb',
  page = 1,
): Promise<Uint8Array> {
  const found = await findReadable(parts, reader, id);
  if (!found || found.row.state !== 'received' || found.row.media_type !== null)
    throw new ProblemError('not-found', 404);
  if (page > pagesOf(found.row)) throw new ProblemError('not-found', 404);
  const bytes = await openPicture(parts, found.row, size, page);
  if (!bytes)
    throw new ProblemError('photo-missing', 503, {
      cause: new Error(`no object of document ${id}`),
    });
  const { staff } = reader;
  if (found.isStaff && staff && size === 'full') {
    await parts.store.write((tx) =>
      addAudit(tx, parts, {
        actor: { kind: 'staff', id: staff.id },
        action: 'photo-seen',
        subject: { kind: 'document', id },
        detail: { claim: found.row.claim_id, ...(page > 1 ? { page } : {}) },
      }),
    );
  }
  return bytes;
}
