import type { HospitalRecordTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

/** What became of a stay, with the state of the draft that was begun from it. */
export interface RecordRow extends HospitalRecordTable {
  draft_state: 'open' | 'submitted' | null;
}

function rows(db: Db) {
  return db
    .selectFrom('hospital_record')
    .leftJoin('draft', 'draft.id', 'hospital_record.draft_id')
    .selectAll('hospital_record')
    .select('draft.state as draft_state');
}

/** Gives each of the insurer's records an id of ours; one that has it keeps it. */
export async function noteRecords(
  tx: Tx,
  customerId: string,
  records: readonly { id: string; ref: string }[],
  now: number,
): Promise<void> {
  if (records.length === 0) return;
  await tx
    .insertInto('hospital_record')
    .values(
      records.map(({ id, ref }) => ({
        id,
        customer_id: customerId,
        record_ref: ref,
        draft_id: null,
        dismissed_at: null,
        created_at: now,
      })),
    )
    .onConflict((oc) => oc.columns(['customer_id', 'record_ref']).doNothing())
    .execute();
}

export function listRecords(db: Db, customerId: string): Promise<RecordRow[]> {
  return rows(db)
    .where('hospital_record.customer_id', '=', customerId)
    .orderBy('hospital_record.created_at')
    .orderBy('hospital_record.id')
    .execute();
}

/** One record of this customer; somebody else's is as absent as one that does not exist. */
export function findRecord(db: Db, customerId: string, id: string): Promise<RecordRow | undefined> {
  return rows(db)
    .where('hospital_record.id', '=', id)
    .where('hospital_record.customer_id', '=', customerId)
    .executeTakeFirst();
}

export async function saveRecord(
  tx: Tx,
  id: string,
  change: Partial<Pick<HospitalRecordTable, 'draft_id' | 'dismissed_at'>>,
): Promise<void> {
  await tx.updateTable('hospital_record').set(change).where('id', '=', id).execute();
}
