import type { Seal } from './seal.ts';
import type { AppointmentTable } from './schema-tasks.ts';
import type { Db, Tx } from './store.ts';

/** An appointment with its address and code opened, and the name of who comes. */
export interface AppointmentRecord extends Omit<
  AppointmentTable,
  'papers' | 'address_sealed' | 'code_sealed'
> {
  papers: string[];
  address: string | null;
  code: string | null;
  visitorName: string | null;
}

const addressPlace = (id: string): string => `appointment.address_sealed.${id}`;
const codePlace = (id: string): string => `appointment.code_sealed.${id}`;

function rows(db: Db) {
  return db
    .selectFrom('appointment')
    .leftJoin('staff', 'staff.id', 'appointment.visitor_id')
    .selectAll('appointment')
    .select('staff.display_name as visitor_name');
}

type Row = AppointmentTable & { visitor_name: string | null };

function readRow(row: Row, seal: Seal): AppointmentRecord {
  const { papers, address_sealed: address, code_sealed: code, visitor_name, ...rest } = row;
  return {
    ...rest,
    papers: JSON.parse(papers) as string[],
    address: address === null ? null : seal.open(addressPlace(row.id), address),
    code: code === null ? null : seal.open(codePlace(row.id), code),
    visitorName: visitor_name,
  };
}

export async function insertAppointment(
  tx: Tx,
  seal: Seal,
  record: Omit<AppointmentRecord, 'visitorName'>,
): Promise<void> {
  const { papers, address, code, ...rest } = record;
  await tx
    .insertInto('appointment')
    .values({
      ...rest,
      papers: JSON.stringify(papers),
      address_sealed: address === null ? null : seal.seal(addressPlace(record.id), address),
      code_sealed: code === null ? null : seal.seal(codePlace(record.id), code),
    })
    .execute();
}

/** A customer's, the newest first. */
export async function listAppointments(
  db: Db,
  seal: Seal,
  customerId: string,
): Promise<AppointmentRecord[]> {
  const found = await rows(db)
    .where('appointment.customer_id', '=', customerId)
    .orderBy('appointment.created_at', 'desc')
    .orderBy('appointment.id')
    .limit(100)
    .execute();
  return found.map((row) => readRow(row, seal));
}

/** Those of a draft or of a claim, the oldest first. */
export async function appointmentsOf(
  db: Db,
  seal: Seal,
  subject: { draftId: string } | { claimId: string },
): Promise<AppointmentRecord[]> {
  const found = await (
    'draftId' in subject
      ? rows(db).where('appointment.draft_id', '=', subject.draftId)
      : rows(db).where('appointment.claim_id', '=', subject.claimId)
  )
    .orderBy('appointment.created_at')
    .orderBy('appointment.id')
    .execute();
  return found.map((row) => readRow(row, seal));
}

/** Of no customer in particular where none is given: for staff, whose routes ask for a role first. */
export async function findAppointment(
  db: Db,
  seal: Seal,
  id: string,
  customerId?: string,
): Promise<AppointmentRecord | undefined> {
  let query = rows(db).where('appointment.id', '=', id);
  if (customerId !== undefined) query = query.where('appointment.customer_id', '=', customerId);
  const row = await query.executeTakeFirst();
  return row && readRow(row, seal);
}

/** Open ones of everybody: first those with a day, the nearest first, then the oldest. */
export async function listOpenAppointments(
  db: Db,
  seal: Seal,
  limit: number,
): Promise<AppointmentRecord[]> {
  const found = await rows(db)
    .where('appointment.state', '=', 'open')
    .orderBy((eb) => eb.fn.coalesce('appointment.day', eb.val('9999-12-31')))
    .orderBy('appointment.created_at')
    .orderBy('appointment.id')
    .limit(limit)
    .execute();
  return found.map((row) => readRow(row, seal));
}

/** Closes an open one; false when it is closed already. */
export async function closeAppointment(
  tx: Tx,
  id: string,
  close: { state: 'done' | 'cancelled'; at: number; by: string },
): Promise<boolean> {
  const closed = await tx
    .updateTable('appointment')
    .set({ state: close.state, closed_at: close.at, closed_by: close.by })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('id')
    .execute();
  return closed.length === 1;
}

/** Says for which papers it is. */
export async function savePapers(tx: Tx, id: string, papers: readonly string[]): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ papers: JSON.stringify(papers) })
    .where('id', '=', id)
    .execute();
}

/** A draft's appointments go with its claim. */
export async function giveAppointmentsToClaim(
  tx: Tx,
  draftId: string,
  claimId: string,
): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ claim_id: claimId })
    .where('draft_id', '=', draftId)
    .execute();
}

/** A claim that is withdrawn gives them back to its draft. */
export async function giveAppointmentsBack(
  tx: Tx,
  claimId: string,
  draftId: string,
): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ claim_id: null, draft_id: draftId })
    .where('claim_id', '=', claimId)
    .execute();
}

/** Who visits next: of those who may, whoever has the fewest visits before them. */
export async function nextVisitor(db: Db): Promise<{ id: string; name: string } | undefined> {
  const row = await db
    .selectFrom('staff')
    .leftJoin('appointment', (join) =>
      join.onRef('appointment.visitor_id', '=', 'staff.id').on('appointment.state', '=', 'open'),
    )
    .select(['staff.id', 'staff.display_name'])
    .select((eb) => eb.fn.count<number>('appointment.id').as('visits'))
    .where('staff.role', '=', 'counter')
    .where('staff.disabled_at', 'is', null)
    .groupBy(['staff.id', 'staff.display_name', 'staff.username'])
    .orderBy('visits')
    .orderBy('staff.username')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, name: row.display_name };
}
