import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Parts } from '../../parts.ts';
import { findSameDocument } from '../../store/documents.ts';
import type { UploadTable } from '../../store/schema.ts';
import type { Tx } from '../../store/store.ts';
import { lockDraft, markUploadSame } from '../../store/uploads.ts';

/** What tells a file from others, keyed: that the same one came twice, and nothing to a thief. */
export interface Fingerprint {
  /** By the newest key: what is kept. */
  index: string;
  /** By every key in force: what is looked for. */
  all: readonly string[];
}

/** Of the file as it was sent. */
export async function fingerprint(parts: Parts, path: string): Promise<Fingerprint> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const hex = hash.digest('hex');
  return {
    index: parts.seal.blindIndex('photo', hex),
    all: parts.seal.blindIndexes('photo', hex),
  };
}

/**
 * Ends an upload whose very bytes this answer has already: nothing is added, and the upload says which document it is.
 * Two uploads of one file that come to their end together wait here for each other, so that one of them is the first.
 * @returns whether it was the same
 */
export async function endAsSame(
  tx: Tx,
  upload: UploadTable,
  { all }: Fingerprint,
  now: number,
): Promise<boolean> {
  await lockDraft(tx, upload.draft_id);
  const same = await findSameDocument(tx, upload, all);
  if (!same) return false;
  await markUploadSame(tx, upload.id, same, now);
  return true;
}
