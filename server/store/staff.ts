import type { StaffAttemptTable, StaffSessionTable, StaffTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

/** A member of staff who may sign in. */
export function findStaffByName(db: Db, username: string): Promise<StaffTable | undefined> {
  return db
    .selectFrom('staff')
    .selectAll()
    .where('username', '=', username)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Which of these names exist and may sign in. */
export async function listStaffNames(db: Db, among: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('staff')
    .select('username')
    .where('username', 'in', among)
    .where('disabled_at', 'is', null)
    .execute();
  return rows.map((row) => row.username);
}

/** Adds a member; one of that name stays as it is. */
export async function insertStaff(tx: Tx, row: StaffTable): Promise<void> {
  await tx
    .insertInto('staff')
    .values(row)
    .onConflict((oc) => oc.column('username').doNothing())
    .execute();
}

/** Holds a name until the end of the transaction, on both engines: tries of one name are counted one after the other. */
export async function holdStaffName(tx: Tx, username: string): Promise<void> {
  await tx.updateTable('staff').set({ username }).where('username', '=', username).execute();
}

/** The latest tries of a name on a device, newest first. */
export function recentAttempts(
  db: Db,
  username: string,
  device: string,
  since: number,
  limit: number,
): Promise<Pick<StaffAttemptTable, 'at' | 'is_success'>[]> {
  return db
    .selectFrom('staff_attempt')
    .select(['at', 'is_success'])
    .where('username', '=', username)
    .where('device', '=', device)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}

export async function insertAttempt(tx: Tx, row: StaffAttemptTable): Promise<void> {
  await tx.insertInto('staff_attempt').values(row).execute();
}

export async function markAttemptRight(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('staff_attempt').set({ is_success: 1 }).where('id', '=', id).execute();
}

export async function insertStaffSession(tx: Tx, row: StaffSessionTable): Promise<void> {
  await tx.insertInto('staff_session').values(row).execute();
}

export type StaffOfSession = Pick<StaffTable, 'id' | 'username' | 'display_name' | 'role'> &
  Pick<StaffSessionTable, 'seen_at' | 'expires_at'> & { session_id: string };

/** The session of a token and whose it is, ended ones too; nothing for somebody who may no longer sign in. */
export function findStaffOfToken(db: Db, tokenHash: string): Promise<StaffOfSession | undefined> {
  return db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .select(['staff_session.id as session_id', 'staff_session.seen_at', 'staff_session.expires_at'])
    .select(['staff.id', 'staff.username', 'staff.display_name', 'staff.role'])
    .where('staff_session.token_hash', '=', tokenHash)
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst();
}

export async function touchStaffSession(tx: Tx, sessionId: string, now: number): Promise<void> {
  await tx.updateTable('staff_session').set({ seen_at: now }).where('id', '=', sessionId).execute();
}

/** @returns whose session it was, if there was one */
export async function deleteStaffSession(tx: Tx, tokenHash: string): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('staff_session')
    .where('token_hash', '=', tokenHash)
    .returning('staff_id')
    .executeTakeFirst();
  return row?.staff_id;
}

/** Drops what no longer counts: ended sessions and old tries. */
export async function deleteOldStaffRows(
  db: Db,
  now: number,
  attemptsBefore: number,
): Promise<void> {
  await db.deleteFrom('staff_session').where('expires_at', '<', now).execute();
  await db.deleteFrom('staff_attempt').where('at', '<', attemptsBefore).execute();
}

export function findStaffById(db: Db, id: string): Promise<StaffTable | undefined> {
  return db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Names of members of staff by id, gone ones too. */
export async function staffNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'display_name'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

/** Who of a role may sign in, whoever is in charge of the fewest claims first. */
export function listLeastBusy(
  db: Db,
  role: StaffTable['role'],
  except: readonly string[],
): Promise<{ id: string; display_name: string }[]> {
  let query = db
    .selectFrom('staff')
    .leftJoin('claim', 'claim.in_charge', 'staff.id')
    .select(['staff.id', 'staff.display_name'])
    .where('staff.role', '=', role)
    .where('staff.disabled_at', 'is', null)
    .groupBy(['staff.id', 'staff.display_name', 'staff.username'])
    .orderBy((eb) => eb.fn.count('claim.id'))
    .orderBy('staff.username');
  if (except.length > 0) query = query.where('staff.id', 'not in', except);
  return query.execute();
}
