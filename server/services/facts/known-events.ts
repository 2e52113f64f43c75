import type { KnownEvent } from '#domain/api/event.ts';
import { findFlow } from '#domain/claims/flows.ts';
import { insuredsOf, SELF } from '#domain/policies/terms.ts';
import type { HospitalRecord } from '../../adapters/insurer/insurer.ts';
import type { Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { findCustomer, type CustomerRecord } from '../../store/customers.ts';
import { listFiledClaims } from '../../store/filed-events.ts';
import {
  findRecord,
  listRecords,
  noteRecords,
  saveRecord,
  type RecordRow,
} from '../../store/hospital-records.ts';
import type { Db, Tx } from '../../store/store.ts';
import { createDraft } from '../create-draft.ts';
import { filedEventOf } from './claim-context.ts';

/** What a stay in hospital is claimed as. */
const FLOW = 'hospital';

const recordsOf = (customer: CustomerRecord): readonly HospitalRecord[] =>
  customer.profile?.hospitalRecords ?? [];

/** Whether a claim about this stay stands already, from whoever and however it was begun. */
async function isFiled(
  db: Db,
  parts: Parts,
  customer: CustomerRecord,
  { insuredId = SELF, admittedOn }: HospitalRecord,
): Promise<boolean> {
  const flow = findFlow(FLOW, parts.flows);
  const event = flow && filedEventOf(customer, flow, { insured: insuredId, admittedOn });
  return event !== undefined && (await listFiledClaims(db, parts.seal, event)).length > 0;
}

function viewEvent(customer: CustomerRecord, record: HospitalRecord, id: string): KnownEvent {
  const { hospital, admittedOn, dischargedOn, totalFen, insuredId = SELF } = record;
  const persons = insuredsOf(customer.profile?.policies ?? [], customer.profile?.name ?? '');
  const other = insuredId === SELF ? undefined : persons.find((one) => one.id === insuredId);
  return {
    id,
    flow: FLOW,
    hospital,
    day: admittedOn,
    ...(dischargedOn ? { dischargedOn } : {}),
    ...(totalFen === undefined ? {} : { totalFen }),
    ...(other ? { insuredName: other.name } : {}),
  };
}

/** Stays that the insurer has heard of, for which nothing was claimed and which the customer did not put aside. */
export async function listEvents(parts: Parts, customerId: string): Promise<KnownEvent[]> {
  const { db } = parts.store;
  const customer = await findCustomer(db, parts.seal, customerId);
  if (!customer || recordsOf(customer).length === 0) return [];
  const refs = recordsOf(customer).map(({ id: ref }) => ref);
  const known = new Set((await listRecords(db, customerId)).map((row) => row.record_ref));
  const unknown = refs.filter((ref) => !known.has(ref));
  if (unknown.length > 0) {
    await parts.store.write((tx) =>
      noteRecords(
        tx,
        customerId,
        unknown.map((ref) => ({ id: parts.ids.id(), ref })),
        parts.clock.now(),
      ),
    );
  }
  const rows = await listRecords(db, customerId);
  const events: KnownEvent[] = [];
  for (const record of recordsOf(customer)) {
    const row = rows.find((one) => one.record_ref === record.id);
    if (!row || row.dismissed_at !== null || row.draft_state === 'submitted') continue;
    if (!(await isFiled(db, parts, customer, record)))
      events.push(viewEvent(customer, record, row.id));
  }
  return events;
}

/** @throws ProblemError 404, also for somebody else's and for a stay that the insurer no longer tells of */
async function ownRecord(
  tx: Tx,
  parts: Parts,
  customerId: string,
  id: string,
): Promise<{ row: RecordRow; record: HospitalRecord; customer: CustomerRecord }> {
  const row = await findRecord(tx, customerId, id);
  const customer = await findCustomer(tx, parts.seal, customerId);
  const record = customer && recordsOf(customer).find((one) => one.id === row?.record_ref);
  if (!row || !record) throw new ProblemError('not-found', 404);
  return { row, record, customer };
}

/**
 * The customer's yes to begin: a draft in which what is known of the stay is proposed. Nothing is answered, let alone
 * sent, without them. Begun already: the same draft.
 * @throws ProblemError 404; 409 `event-gone` where a claim about it stands
 */
export async function beginFromEvent(
  tx: Tx,
  parts: Parts,
  who: Required<Who>,
  id: string,
): Promise<{ draftId: string; flow: string }> {
  const { row, record, customer } = await ownRecord(tx, parts, who.customerId, id);
  if (row.draft_id && row.draft_state === 'open') {
    if (row.dismissed_at !== null) await saveRecord(tx, id, { dismissed_at: null });
    return { draftId: row.draft_id, flow: FLOW };
  }
  if (row.draft_state === 'submitted' || (await isFiled(tx, parts, customer, record))) {
    throw new ProblemError('event-gone', 409);
  }
  const draft = await createDraft(tx, parts, who, FLOW);
  await saveRecord(tx, id, { draft_id: draft.id, dismissed_at: null });
  await addAudit(tx, parts, {
    actor: { kind: 'customer', id: who.customerId },
    action: 'event-begun',
    subject: { kind: 'draft', id: draft.id },
  });
  return { draftId: draft.id, flow: FLOW };
}

/** The customer does not want to be asked about it again. @throws ProblemError 404 */
export function dismissEvent(parts: Parts, customerId: string, id: string): Promise<void> {
  return parts.store.write(async (tx) => {
    const { row } = await ownRecord(tx, parts, customerId, id);
    if (row.dismissed_at === null) await saveRecord(tx, id, { dismissed_at: parts.clock.now() });
  });
}
