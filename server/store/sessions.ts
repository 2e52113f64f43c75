import { createHash } from 'node:crypto';
import { batchedBy } from './batched.ts';
import type { Db, Tx } from './store.ts';
import type { SessionTable } from './schema.ts';

/** What is stored of a cookie's token: a leaked database signs nobody in. The token has 256 random bits, so plain SHA-256 is enough. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

const sessionsBy = (column: 'id' | 'token_hash') =>
  batchedBy<Db, string, SessionTable>(async (db, values) => {
    const rows = await db.selectFrom('session').selectAll().where(column, 'in', values).execute();
    return new Map(rows.map((row) => [row[column], row]));
  });
const byToken = sessionsBy('token_hash');
const byId = sessionsBy('id');

const ifLive = (row: SessionTable | undefined, now: number): SessionTable | undefined =>
  row && row.expires_at > now ? row : undefined;

/** The session of a token that has not ended; outside transactions, where many ask at once. */
export async function findSession(
  db: Db,
  token: string,
  now: number,
): Promise<SessionTable | undefined> {
  return ifLive(await byToken(db).get(tokenHash(token)), now);
}

/** The same by its id. */
export async function findSessionById(
  db: Db,
  id: string,
  now: number,
): Promise<SessionTable | undefined> {
  return ifLive(await byId(db).get(id), now);
}

/** @returns false where a session of this token is there already */
export async function insertSession(db: Db, row: SessionTable): Promise<boolean> {
  const rows = await db
    .insertInto('session')
    .values(row)
    .onConflict((oc) => oc.column('token_hash').doNothing())
    .returning('id')
    .execute();
  return rows.length === 1;
}

/** Signs a session in under a new token: one that somebody planted before the sign-in is worth nothing after it. */
export async function signSessionIn(
  tx: Tx,
  id: string,
  change: Pick<SessionTable, 'token_hash' | 'customer_id' | 'seen_at' | 'expires_at'>,
): Promise<boolean> {
  const rows = await tx
    .updateTable('session')
    .set(change)
    .where('id', '=', id)
    .returning('id')
    .execute();
  return rows.length === 1;
}

export async function touchSession(
  db: Db,
  id: string,
  seenAt: number,
  expiresAt: number,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: seenAt, expires_at: expiresAt })
    .where('id', '=', id)
    .execute();
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute();
}

export async function deleteExpiredSessions(db: Db, now: number): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', now).execute();
}
