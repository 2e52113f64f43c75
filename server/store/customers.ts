import { readDisplay, writeDisplay, type DisplayChoice } from '#domain/senior/display.ts';
import type { InsurerCustomer } from '../adapters/insurer/insurer.ts';
import type { Seal } from './seal.ts';
import type { CustomerTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

/** A person who signed in, with what the insurer last said of them. */
export interface CustomerRecord {
  id: string;
  phone: string;
  /** Absent where the insurer knows nobody of this phone, or could not be asked yet. */
  profile?: InsurerCustomer;
  /** When the insurer was last asked, ms since 1970. */
  profileAt?: number;
  /** How they chose their pages to look. */
  display?: DisplayChoice;
}

/** The purpose of a phone's fingerprint, the same wherever a phone is looked up. */
export const PHONE = 'phone';

function readCustomer(row: CustomerTable, seal: Seal): CustomerRecord {
  const profile = row.profile_sealed
    ? (JSON.parse(
        seal.open(`customer.profile_sealed.${row.id}`, row.profile_sealed),
      ) as InsurerCustomer)
    : undefined;
  return {
    id: row.id,
    phone: seal.open(`customer.phone_sealed.${row.id}`, row.phone_sealed),
    profile,
    ...(row.profile_at === null ? {} : { profileAt: row.profile_at }),
    display: readDisplay(row.display),
  };
}

export async function findCustomer(
  db: Db,
  seal: Seal,
  id: string,
): Promise<CustomerRecord | undefined> {
  const row = await db.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst();
  return row && readCustomer(row, seal);
}

/** The customer of a phone, under any of the keys in use. */
export async function findCustomerByPhone(
  db: Db,
  seal: Seal,
  phone: string,
): Promise<CustomerRecord | undefined> {
  const row = await db
    .selectFrom('customer')
    .selectAll()
    .where('phone_index', 'in', seal.blindIndexes(PHONE, phone))
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row && readCustomer(row, seal);
}

/** Keeps how a customer chose their pages to look. */
export async function saveDisplay(tx: Tx, id: string, display: DisplayChoice): Promise<void> {
  await tx
    .updateTable('customer')
    .set({ display: writeDisplay(display) })
    .where('id', '=', id)
    .execute();
}

export interface CustomerWrite {
  /** The id that a new customer gets. */
  newId: string;
  phone: string;
  now: number;
  /** What the insurer said: a profile, `null` for nobody, `undefined` when it could not be asked (what is held stays). */
  profile: InsurerCustomer | null | undefined;
}

/** Finds or makes the customer of a phone, keeps the newest profile and seals again under the newest key. */
export async function saveCustomer(
  tx: Tx,
  seal: Seal,
  write: CustomerWrite,
): Promise<CustomerRecord> {
  const { phone, now } = write;
  await tx
    .insertInto('customer')
    .values({
      id: write.newId,
      phone_index: seal.blindIndex(PHONE, phone),
      phone_sealed: seal.seal(`customer.phone_sealed.${write.newId}`, phone),
      profile_sealed: null,
      profile_at: null,
      display: null,
      created_at: now,
    })
    .onConflict((oc) => oc.column('phone_index').doNothing())
    .execute();
  const rows = await tx
    .selectFrom('customer')
    .selectAll()
    .where('phone_index', 'in', seal.blindIndexes(PHONE, phone))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const [row, ...made] = rows;
  if (!row) throw new Error('a customer just written is not there');
  // A row under an older key was there already: the new one goes, before anything can point at it.
  const spare = made.find((other) => other.id === write.newId);
  if (spare) await tx.deleteFrom('customer').where('id', '=', spare.id).execute();
  const profile = write.profile;
  await tx
    .updateTable('customer')
    .set({
      phone_index: seal.blindIndex(PHONE, phone),
      phone_sealed: seal.seal(`customer.phone_sealed.${row.id}`, phone),
      ...(profile === undefined
        ? {}
        : {
            profile_sealed: profile
              ? seal.seal(`customer.profile_sealed.${row.id}`, JSON.stringify(profile))
              : null,
            profile_at: now,
          }),
    })
    .where('id', '=', row.id)
    .execute();
  const known = readCustomer(row, seal);
  return profile === undefined ? known : { ...known, phone, profile: profile ?? undefined };
}
