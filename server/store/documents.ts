import type { PaperReading } from '#domain/papers/read/types.ts';
import type { DocumentTable } from './schema.ts';
import type { Seal } from './seal.ts';
import type { Db, Tx } from './store.ts';

/**
 * False when it was there already: whoever finishes an upload first writes its document. One that waited for the virus
 * scanner becomes what it was found to be, and stays with its claim.
 */
export async function insertDocument(tx: Tx, row: DocumentTable): Promise<boolean> {
  const { id: _id, owner: _owner, claim_id: _claim, created_at: _at, ...found } = row;
  const rows = await tx
    .insertInto('document')
    .values(row)
    .onConflict((oc) =>
      row.state === 'checking'
        ? oc.column('id').doNothing()
        : oc.column('id').doUpdateSet(found).where('document.state', '=', 'checking'),
    )
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

/** Turns it, and forgets what was read while it stood otherwise. */
export async function turnDocumentRow(
  tx: Tx,
  row: DocumentTable,
  quarters: number,
): Promise<DocumentTable> {
  const isOnItsSide = quarters % 2 === 1;
  const turned = {
    quarters: ((row.quarters ?? 0) + quarters) % 4,
    width: isOnItsSide ? row.height : row.width,
    height: isOnItsSide ? row.width : row.height,
    reading_sealed: null,
    left_at: null,
  };
  await tx.updateTable('document').set(turned).where('id', '=', row.id).execute();
  return { ...row, ...turned };
}

/** The document that an answer has of the very same file, the first of them; one that was refused is none. */
export async function findSameDocument(
  tx: Tx,
  upload: { id: string; draft_id: string; field: string },
  indexes: readonly string[],
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('document')
    .select('id')
    .where('draft_id', '=', upload.draft_id)
    .where('field', '=', upload.field)
    .where('photo_index', 'in', indexes)
    .where('id', '!=', upload.id)
    .where('state', '!=', 'rejected')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Takes one away that is not part of a claim. */
export async function deleteLooseDocument(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('document').where('id', '=', id).where('claim_id', 'is', null).execute();
}

/** Its owner leaves it as it is. */
export async function leaveDocumentRow(
  tx: Tx,
  row: DocumentTable,
  now: number,
): Promise<DocumentTable> {
  await tx.updateTable('document').set({ left_at: now }).where('id', '=', row.id).execute();
  return { ...row, left_at: now };
}

const placeOfReading = (id: string): string => `document.reading_sealed.${id}`;

/**
 * Keeps what was read from a document, sealed; nothing happens when the document is gone.
 * @param quarters how it stood while it was read: turned meanwhile, it is read again
 */
export async function saveReading(
  db: Db,
  seal: Seal,
  id: string,
  reading: PaperReading,
  quarters?: number | null,
): Promise<void> {
  await db
    .updateTable('document')
    .set({ reading_sealed: seal.seal(placeOfReading(id), JSON.stringify(reading)) })
    .where('id', '=', id)
    .$if(quarters !== undefined, (update) =>
      update.where((eb) => eb(eb.fn.coalesce('quarters', eb.val(0)), '=', quarters ?? 0)),
    )
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
