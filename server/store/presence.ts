import { holding } from './engine-of.ts';
import type { PresenceTable } from './schema-handoff.ts';
import type { StaffTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

/** A member of staff with where they are. */
export type StaffThere = PresenceTable &
  Pick<StaffTable, 'display_name' | 'role' | 'skills'> & { active: number; offered: number };

export function findPresence(db: Db, staffId: string): Promise<PresenceTable | undefined> {
  return db
    .selectFrom('staff_presence')
    .selectAll()
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
}

/** The same, held until the end of the transaction: nobody gives this member anything meanwhile. */
export function holdPresence(tx: Tx, staffId: string): Promise<PresenceTable | undefined> {
  const query = tx.selectFrom('staff_presence').selectAll().where('staff_id', '=', staffId);
  return holding(tx, query).executeTakeFirst();
}

/** Makes the row where there is none. */
export async function ensurePresence(db: Db, row: PresenceTable): Promise<void> {
  await db
    .insertInto('staff_presence')
    .values(row)
    .onConflict((oc) => oc.column('staff_id').doNothing())
    .execute();
}

export async function updatePresence(
  db: Db,
  staffId: string,
  change: Partial<Omit<PresenceTable, 'staff_id'>>,
): Promise<void> {
  await db.updateTable('staff_presence').set(change).where('staff_id', '=', staffId).execute();
}

/** Notes a sign of life, at most so often. */
export async function touchPresence(
  db: Db,
  staffId: string,
  now: number,
  everyMs: number,
): Promise<void> {
  await db
    .updateTable('staff_presence')
    .set({ seen_at: now })
    .where('staff_id', '=', staffId)
    .where('seen_at', '<', now - everyMs)
    .execute();
}

/** Notes the beat of live streams. */
export async function beatPresence(
  db: Db,
  staffIds: readonly string[],
  now: number,
): Promise<void> {
  if (staffIds.length === 0) return;
  await db
    .updateTable('staff_presence')
    .set({ seen_at: now, stream_at: now })
    .where('staff_id', 'in', staffIds)
    .execute();
}

/** Members seen since a moment with what each has in hand and is being asked for. */
export function listThere(db: Db, seenSince: number): Promise<StaffThere[]> {
  return db
    .selectFrom('staff_presence')
    .innerJoin('staff', 'staff.id', 'staff_presence.staff_id')
    .selectAll('staff_presence')
    .select(['staff.display_name', 'staff.role', 'staff.skills'])
    .select((eb) => [
      eb
        .selectFrom('conversation')
        .select((one) => one.fn.countAll<number>().as('count'))
        .where('conversation.state', '=', 'active')
        .whereRef('conversation.taken_by', '=', 'staff_presence.staff_id')
        .$asScalar()
        .$notNull()
        .as('active'),
      eb
        .selectFrom('conversation')
        .select((one) => one.fn.countAll<number>().as('count'))
        .where('conversation.state', '=', 'waiting')
        .whereRef('conversation.offer_to', '=', 'staff_presence.staff_id')
        .$asScalar()
        .$notNull()
        .as('offered'),
    ])
    .where('staff.disabled_at', 'is', null)
    .where('staff_presence.seen_at', '>', seenSince)
    .orderBy('staff_presence.idle_since')
    .execute();
}

/** Conversations that one member has in hand. */
export async function countActive(db: Db, staffId: string): Promise<number> {
  const row = await db
    .selectFrom('conversation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'active')
    .where('taken_by', '=', staffId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
