import type { CallRecordingTable } from './schema-handoff.ts';
import type { Db, Tx } from './store.ts';

export function findRecording(
  db: Db,
  conversationId: string,
  callId: string,
): Promise<CallRecordingTable | undefined> {
  return db
    .selectFrom('call_recording')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('call_id', '=', callId)
    .executeTakeFirst();
}

/** Those of a conversation that can still be heard, in order. */
export function listRecordings(db: Db, conversationId: string): Promise<CallRecordingTable[]> {
  return db
    .selectFrom('call_recording')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('removed_at', 'is', null)
    .orderBy('started_at')
    .execute();
}

export async function insertRecording(tx: Tx, row: CallRecordingTable): Promise<void> {
  await tx.insertInto('call_recording').values(row).execute();
}

export async function updateRecording(
  tx: Tx,
  id: string,
  change: Partial<CallRecordingTable>,
): Promise<void> {
  await tx.updateTable('call_recording').set(change).where('id', '=', id).execute();
}

/** Those whose sound is to go from storage: taken away by their customer, or kept long enough. */
export function listRecordingsToClear(
  db: Db,
  now: number,
  limit: number,
): Promise<CallRecordingTable[]> {
  return db
    .selectFrom('call_recording')
    .selectAll()
    .where('cleared_at', 'is', null)
    .where((eb) => eb.or([eb('removed_at', 'is not', null), eb('keep_until', '<=', now)]))
    .orderBy('keep_until')
    .limit(limit)
    .execute();
}
