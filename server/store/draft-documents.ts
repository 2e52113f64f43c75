import type { DocumentReason, DraftDocument } from '#domain/api/draft.ts';
import type { PaperReading } from '#domain/papers/read/types.ts';
import { openReading } from './documents.ts';
import type { DocumentTable } from './schema.ts';
import type { Seal } from './seal.ts';
import type { Db, Tx } from './store.ts';

const VIEWED = [
  'id',
  'field',
  'state',
  'reason',
  'media_type',
  'seconds',
  'pages',
  'quarters',
  'left_at',
] as const;

/** A document as its owner and staff are told of it. */
export function viewDocument(row: Pick<DocumentTable, (typeof VIEWED)[number]>): DraftDocument {
  return {
    id: row.id,
    field: row.field,
    state: row.state,
    // Only the reasons of the type are ever written.
    ...(row.reason ? { reason: row.reason as DocumentReason } : {}),
    ...(row.media_type === null
      ? {}
      : {
          media: row.media_type.startsWith('video/') ? 'video' : 'audio',
          seconds: row.seconds ?? 0,
        }),
    ...((row.pages ?? 1) > 1 ? { pages: row.pages ?? 1 } : {}),
    ...(row.quarters ? { turned: row.quarters } : {}),
    ...(row.left_at ? { isLeft: true } : {}),
  };
}

/** The documents attached to a draft, in the order in which they came. */
export async function documentsOfDraft(db: Db, draftId: string): Promise<DraftDocument[]> {
  const rows = await db
    .selectFrom('document')
    .select(VIEWED)
    .where('draft_id', '=', draftId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(viewDocument);
}

/** The same with what was read from them. */
export async function readDocumentsOfDraft(
  db: Db,
  seal: Seal,
  draftId: string,
): Promise<DraftDocument[]> {
  const rows = await db
    .selectFrom('document')
    .select([...VIEWED, 'reading_sealed'])
    .where('draft_id', '=', draftId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const reading = openReading(seal, row);
    return { ...viewDocument(row), ...(reading ? { reading } : {}) };
  });
}

/** What was read from the documents of a claim. */
export async function readingsOfClaim(
  db: Db,
  seal: Seal,
  claimId: string,
): Promise<{ documentId: string; reading: PaperReading }[]> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'reading_sealed'])
    .where('claim_id', '=', claimId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => {
    const reading = openReading(seal, row);
    return reading ? [{ documentId: row.id, reading }] : [];
  });
}

export async function documentsOfClaim(db: Db, claimId: string): Promise<DraftDocument[]> {
  const rows = await db
    .selectFrom('document')
    .select(VIEWED)
    .where('claim_id', '=', claimId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(viewDocument);
}

/** Gives the documents that a claim names to the claim. */
export async function attachToClaim(
  tx: Tx,
  claimId: string,
  draftId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('document')
    .set({ claim_id: claimId })
    .where('draft_id', '=', draftId)
    .where('id', 'in', ids)
    .execute();
}

/** Gives the photos of a claim that was taken back to its draft again. */
export async function detachFromClaim(tx: Tx, claimId: string): Promise<void> {
  await tx
    .updateTable('document')
    .set({ claim_id: null })
    .where('claim_id', '=', claimId)
    .execute();
}
