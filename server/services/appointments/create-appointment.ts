import type { Appointment, NewAppointment } from '#domain/api/appointment.ts';
import type { Branch } from '#domain/api/branch.ts';
import { ownersOf, type Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Lng } from '../../http/words.ts';
import type { Parts } from '../../parts.ts';
import {
  appointmentsOf,
  insertAppointment,
  listAppointments,
  nextVisitor,
  savePapers,
  type AppointmentRecord,
} from '../../store/appointments.ts';
import { addAudit } from '../../store/audit.ts';
import { findClaim } from '../../store/claims.ts';
import { findCustomer } from '../../store/customers.ts';
import type { Tx } from '../../store/store.ts';
import { ownDraft } from '../read-draft.ts';
import { viewAppointment } from './appointment-view.ts';
import { checkAppointment } from './check-appointment.ts';
import { textBooked } from './text-appointment.ts';

/** More open ones than this are a mistake or a prank: each sends somebody somewhere. */
const OPEN_MAX = 10;
/** Digits of the code by which a customer knows who comes. */
const CODE_DIGITS = 4;

interface Subject {
  draftId: string | null;
  claimId: string | null;
  flow: string;
}

/** The draft or the claim that it is about. @throws ProblemError 404, 409 `draft-submitted`, 422 */
async function subjectOf(
  tx: Tx,
  parts: Parts,
  who: Who,
  { draftId, claimId }: NewAppointment,
): Promise<Subject> {
  if ((draftId === undefined) === (claimId === undefined)) {
    throw new ProblemError('invalid', 422, { errors: [{ field: 'draftId', code: 'required' }] });
  }
  if (claimId !== undefined) {
    const claim = await findClaim(tx, parts.seal, claimId, ownersOf(who));
    if (!claim || claim.status === 'withdrawn') throw new ProblemError('not-found', 404);
    return { claimId, draftId: claim.draft_id, flow: claim.flow };
  }
  const draft = await ownDraft(tx, parts, who, draftId ?? '');
  if (draft.state !== 'open') throw new ProblemError('draft-submitted', 409);
  return { claimId: null, draftId: draft.id, flow: draft.flow };
}

const isSamePlan = (record: AppointmentRecord, asked: NewAppointment): boolean =>
  record.kind === asked.kind &&
  // Nothing said about when and where: the same as what is arranged already.
  ((asked.day === undefined && asked.branchId === undefined && asked.address === undefined) ||
    (record.day === (asked.day ?? null) &&
      record.part === (asked.part ?? null) &&
      record.branch_id === (asked.branchId ?? null) &&
      record.address === (asked.address ?? null)));

async function arrange(
  tx: Tx,
  parts: Parts,
  customerId: string,
  subject: Subject,
  asked: NewAppointment,
  lng: Lng,
): Promise<AppointmentRecord> {
  const visitor =
    asked.kind === 'visit' && asked.day !== undefined ? await nextVisitor(tx) : undefined;
  const record: AppointmentRecord = {
    id: parts.ids.id(),
    customer_id: customerId,
    draft_id: subject.draftId,
    claim_id: subject.claimId,
    flow: subject.flow,
    kind: asked.kind,
    state: 'open',
    papers: [...new Set(asked.papers)],
    day: asked.day ?? null,
    part: asked.part ?? null,
    branch_id: asked.branchId ?? null,
    address: asked.address?.trim() ?? null,
    visitor_id: visitor?.id ?? null,
    visitorName: visitor?.name ?? null,
    code: visitor ? parts.ids.digits(CODE_DIGITS) : null,
    lng,
    created_at: parts.clock.now(),
    closed_at: null,
    closed_by: null,
  };
  const { visitorName: _name, ...row } = record;
  await insertAppointment(tx, parts.seal, row);
  return record;
}

/**
 * Arranges how papers reach us without photos: a task that staff sees, told by a text. Another paper by the same plan
 * joins it: nobody is visited twice on one morning.
 * @param branches what the insurer lists, asked before the transaction
 * @throws ProblemError 401, 404, 409 `draft-submitted` or `appointments-many`, 422 `invalid`
 */
export async function createAppointment(
  tx: Tx,
  parts: Parts,
  who: Required<Who>,
  asked: NewAppointment,
  { lng, branches }: { lng: Lng; branches: readonly Branch[] },
): Promise<{ appointment: Appointment; isNew: boolean }> {
  const customer = await findCustomer(tx, parts.seal, who.customerId);
  if (!customer) throw new ProblemError('sign-in-needed', 401);
  const subject = await subjectOf(tx, parts, who, asked);
  const there = await appointmentsOf(
    tx,
    parts.seal,
    subject.claimId ? { claimId: subject.claimId } : { draftId: subject.draftId ?? '' },
  );
  const same = there.find((one) => one.state === 'open' && isSamePlan(one, asked));
  checkAppointment(parts, subject.flow, same ? { ...asked, ...planOf(same) } : asked, branches);
  if (same) {
    const papers = [...new Set([...same.papers, ...asked.papers])];
    await savePapers(tx, same.id, papers);
    return { appointment: viewAppointment({ ...same, papers }), isNew: false };
  }
  const open = (await listAppointments(tx, parts.seal, customer.id)).filter(
    ({ state }) => state === 'open',
  );
  if (open.length >= OPEN_MAX) throw new ProblemError('appointments-many', 409);
  const record = await arrange(tx, parts, customer.id, subject, asked, lng);
  await addAudit(tx, parts, {
    actor: { kind: 'customer', id: customer.id },
    action: 'appointment-made',
    subject: { kind: 'appointment', id: record.id },
    detail: { kind: record.kind, day: record.day, papers: record.papers },
  });
  await textBooked(tx, parts, customer, record, branches);
  return { appointment: viewAppointment(record), isNew: true };
}

/** What was arranged, as it would be asked for; a plan that stands is not judged by today's days again. */
function planOf(record: AppointmentRecord): Partial<NewAppointment> {
  return {
    day: undefined,
    part: undefined,
    address: undefined,
    branchId: record.branch_id ?? undefined,
  };
}

/**
 * Every way that a claim's answers choose has its task, also where nothing was arranged for it: whatever a customer was
 * told will happen is on somebody's list. Called when a draft becomes a claim.
 * @param ways the papers by the way chosen for them
 */
export async function arrangeWays(
  tx: Tx,
  parts: Parts,
  claim: { id: string; draft_id: string; customer_id: string; flow: string },
  ways: readonly { field: string; kind: NewAppointment['kind'] }[],
  lng: Lng,
): Promise<void> {
  const there = await appointmentsOf(tx, parts.seal, { claimId: claim.id });
  const open = there.filter(({ state }) => state === 'open');
  for (const kind of new Set(ways.map((way) => way.kind))) {
    const covered = open.filter((one) => one.kind === kind).flatMap(({ papers }) => papers);
    const papers = ways
      .filter((way) => way.kind === kind && !covered.includes(way.field))
      .map(({ field }) => field);
    if (papers.length === 0) continue;
    const subject = { draftId: claim.draft_id, claimId: claim.id, flow: claim.flow };
    await arrange(tx, parts, claim.customer_id, subject, { kind, papers }, lng);
  }
}
