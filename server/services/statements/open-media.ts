import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import type { DocumentTable } from '../../store/schema.ts';
import { findReadable, type PhotoReader } from '../open-photo.ts';
import { documentObject } from '../photos/kept-picture.ts';
import { mediaTypes, type MediaType } from './media.ts';

export interface OpenMedia {
  bytes: Uint8Array;
  type: MediaType;
}

/** The kept recording. @throws ProblemError 503 when its object is not there */
export async function readMedia(parts: Parts, row: DocumentTable): Promise<OpenMedia> {
  const type = mediaTypes.find((one) => one === row.media_type);
  if (!type || row.state !== 'received') throw new ProblemError('not-found', 404);
  const { key, place } = documentObject(row.id, 'full');
  const sealed = await parts.objects.get(key);
  if (!sealed) {
    const cause = new Error(`no object of document ${row.id}`);
    throw new ProblemError('photo-missing', 503, { cause });
  }
  return { bytes: parts.seal.openBytes(place, sealed), type };
}

/**
 * A recording for its owner, or for staff once it is part of a claim. Staff's playing is audited: once for each time that
 * it is begun, not for each piece that a player asks for.
 * @param isBeginning whether the first byte is asked for
 * @throws ProblemError 404 for anybody else, and for a recording that was refused
 */
export async function openMedia(
  parts: Parts,
  reader: PhotoReader,
  id: string,
  isBeginning: boolean,
): Promise<OpenMedia> {
  const found = await findReadable(parts, reader, id);
  if (!found) throw new ProblemError('not-found', 404);
  const media = await readMedia(parts, found.row);
  const { staff } = reader;
  if (found.isStaff && staff && isBeginning) {
    await parts.store.write((tx) =>
      addAudit(tx, parts, {
        actor: { kind: 'staff', id: staff.id },
        action: 'statement-played',
        subject: { kind: 'document', id },
        detail: { claim: found.row.claim_id },
      }),
    );
  }
  return media;
}
