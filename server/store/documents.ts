import type { PaperReading } from '#domain/papers/read/types.ts';
import type { DocumentTable } from './schema.ts';
import type { Seal } from './seal.ts';
import type { Db, Tx } from './store.ts';

/** False when it was there already: whoever finishes an upload first writes its document. */
export async function insertDocument(tx: Tx, row: DocumentTable): Promise<boolean> {
  const rows = await tx
    .insertInto('document')
    .values(row)
    .onConflict((oc) => oc.column('id').doNothing())
    .returning('id')
    .execute();
  return rows.length === 1;
}

/** Of no owner in particular: for our own jobs and for staff, whose routes ask for a role first. */
export function findDocumentById(db: Db, id: string): Promise<DocumentTable | undefined> {
  return db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The document if one of these owns it; somebody else's is as absent as one that does not exist. */
export function findDocument(
  db: Db,
  id: string,
  owners: readonly string[],
): Promise<DocumentTable | undefined> {
  return db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', id)
    .where('owner', 'in', owners)
    .executeTakeFirst();
}

/** Takes one away that is not part of a claim. */
export async function deleteLooseDocument(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('document').where('id', '=', id).where('claim_id', 'is', null).execute();
}

const placeOfReading = (id: string): string => `document.reading_sealed.${id}`;

/** Keeps what was read from a document, sealed; nothing happens when the document is gone. */
export async function saveReading(
  db: Db,
  seal: Seal,
  id: string,
  reading: PaperReading,
): Promise<void> {
  await db
    .updateTable('document')
    .set({ reading_sealed: seal.seal(placeOfReading(id), JSON.stringify(reading)) })
    .where('id', '=', id)
    .execute();
}

/** What was read from a document, as it was kept. */
export function openReading(
  seal: Seal,
  row: Pick<DocumentTable, 'id' | 'reading_sealed'>,
): PaperReading | undefined {
  if (row.reading_sealed === null) return undefined;
  return JSON.parse(seal.open(placeOfReading(row.id), row.reading_sealed)) as PaperReading;
}
