import type { UploadTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

export async function insertUpload(tx: Tx, row: UploadTable): Promise<void> {
  await tx.insertInto('upload').values(row).execute();
}

/** Of no owner in particular: for finishing and tidying. */
export function findUploadById(db: Db, id: string): Promise<UploadTable | undefined> {
  return db.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The upload if one of these owns it. */
export function findUpload(
  db: Db,
  id: string,
  owners: readonly string[],
): Promise<UploadTable | undefined> {
  return db
    .selectFrom('upload')
    .selectAll()
    .where('id', '=', id)
    .where('owner', 'in', owners)
    .executeTakeFirst();
}

export async function countUploadsOfDraft(db: Db, draftId: string): Promise<number> {
  const counted = await db
    .selectFrom('upload')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('draft_id', '=', draftId)
    .executeTakeFirstOrThrow();
  return Number(counted.count);
}

/** Ids of a draft's uploads that are not documents yet. */
export async function listUnfinishedUploads(db: Db, draftId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('upload')
    .select('id')
    .where('draft_id', '=', draftId)
    .where('state', '!=', 'done')
    .orderBy('created_at')
    .execute();
  return rows.map((row) => row.id);
}

/** Ids of open uploads that nobody has gone on with since a moment. */
export async function listOpenUploadsBefore(db: Db, before: number): Promise<string[]> {
  const rows = await db
    .selectFrom('upload')
    .select('id')
    .where('state', '=', 'open')
    .where('updated_at', '<', before)
    .execute();
  return rows.map((row) => row.id);
}

/** All bytes are here and on the disk. */
export async function markUploadWhole(tx: Tx, id: string, now: number): Promise<void> {
  await tx
    .updateTable('upload')
    .set({ state: 'whole', updated_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

/** Its document is written, in the same transaction. */
export async function markUploadDone(tx: Tx, id: string, now: number): Promise<void> {
  await tx
    .updateTable('upload')
    .set({ state: 'done', updated_at: now })
    .where('id', '=', id)
    .execute();
}

export async function deleteUpload(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('upload').where('id', '=', id).execute();
}

/** Ids of all uploads of a draft, done or not. */
export async function listUploadsOfDraft(db: Db, draftId: string): Promise<string[]> {
  const rows = await db.selectFrom('upload').select('id').where('draft_id', '=', draftId).execute();
  return rows.map((row) => row.id);
}

/** More of it has come. */
export async function touchUpload(db: Db, id: string, now: number): Promise<void> {
  await db
    .updateTable('upload')
    .set({ updated_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

/** Nobody else ends an upload of this draft until the transaction is over. */
export async function lockDraft(tx: Tx, draftId: string): Promise<void> {
  await tx
    .updateTable('draft')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', draftId)
    .execute();
}

/** Its bytes were here already, as this document. */
export async function markUploadSame(
  tx: Tx,
  id: string,
  documentId: string,
  now: number,
): Promise<void> {
  await tx
    .updateTable('upload')
    .set({ state: 'done', same_as: documentId, updated_at: now })
    .where('id', '=', id)
    .execute();
}

/** Uploads that were the same as this document: once it is gone there is nothing for them to be. */
export async function deleteUploadsSameAs(tx: Tx, documentId: string): Promise<void> {
  await tx.deleteFrom('upload').where('same_as', '=', documentId).execute();
}
