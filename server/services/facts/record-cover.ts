import { appointmentKinds, type AppointmentKind } from '#domain/api/appointment.ts';
import type { Answers, Flow } from '#domain/flow/types.ts';
import type { Lng } from '../../http/words.ts';
import type { Parts } from '../../parts.ts';
import { giveAppointmentsToClaim } from '../../store/appointments.ts';
import type { ClaimRecord } from '../../store/claims.ts';
import { savePolicies } from '../../store/claim-policies.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { insertFiledEvent, listFiledClaims } from '../../store/filed-events.ts';
import type { TaskTable } from '../../store/schema-tasks.ts';
import type { Tx } from '../../store/store.ts';
import { insertTask } from '../../store/tasks.ts';
import { arrangeWays } from '../appointments/create-appointment.ts';
import { coverOf, filedEventOf } from './claim-context.ts';

function addTask(tx: Tx, parts: Parts, claim: ClaimRecord, kind: TaskTable['kind']): Promise<void> {
  const task = { id: parts.ids.id(), kind, claim_id: claim.id, created_at: claim.submitted_at };
  return insertTask(tx, task);
}

/** The papers that come another way than as photos. "I do not have it" is no way: whoever decides reads it. */
function waysIn(flow: Flow, answers: Answers): { field: string; kind: AppointmentKind }[] {
  return Object.entries(answers).flatMap(([field, value]) => {
    const isPaper = flow.fields[field]?.kind === 'photos';
    const kind = appointmentKinds.find((way) => way === value);
    return kind && isPaper ? [{ field, kind }] : [];
  });
}

/**
 * Keeps with a claim what the insurer's side of it was when it was sent: the policies that pay, all at once (C2), and
 * which event it is, so that the same one filed by another person is noticed.
 */
export async function recordCover(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  customer: CustomerRecord,
  flow: Flow,
): Promise<void> {
  const { paying } = coverOf(customer, flow, claim.answers);
  await savePolicies(tx, parts.seal, claim.id, paying);
  await giveAppointmentsToClaim(tx, claim.draft_id, claim.id);
  await arrangeWays(tx, parts, claim, waysIn(flow, claim.answers), (claim.lng ?? 'zh-CN') as Lng);
  // Nothing found is never the end: somebody looks.
  if (paying.length === 0) await addTask(tx, parts, claim, 'find-policy');
  const event = filedEventOf(customer, flow, claim.answers);
  if (!event) return;
  await insertFiledEvent(tx, parts.seal, {
    claimId: claim.id,
    customerId: customer.id,
    event,
    now: claim.submitted_at,
  });
  const filed = await listFiledClaims(tx, parts.seal, event);
  // Both are kept. Staff hear of it, the customers were told before they sent it.
  if (filed.some(({ claim_id }) => claim_id !== claim.id)) {
    await addTask(tx, parts, claim, 'also-filed');
  }
}
