import type { StaffTask } from '#domain/api/appointment.ts';
import type { Parts } from '../../../parts.ts';
import { listOpenAppointments, type AppointmentRecord } from '../../../store/appointments.ts';
import { findClaimById } from '../../../store/claims.ts';
import { findCustomer } from '../../../store/customers.ts';
import type { TaskTable } from '../../../store/schema-tasks.ts';
import { listOpenTasks } from '../../../store/tasks.ts';
import { maskAddress } from '../../appointments/appointment-view.ts';
import { maskPhone } from '../../customer-view.ts';

const LIMIT = 200;

async function whose(parts: Parts, customerId: string) {
  const customer = await findCustomer(parts.store.db, parts.seal, customerId);
  const maskedPhone = customer ? maskPhone(customer.phone) : '';
  return { customerName: customer?.profile?.name ?? maskedPhone, maskedPhone };
}

async function viewAppointmentTask(parts: Parts, record: AppointmentRecord): Promise<StaffTask> {
  const claim = record.claim_id
    ? await findClaimById(parts.store.db, parts.seal, record.claim_id)
    : undefined;
  return {
    id: record.id,
    kind: record.kind,
    createdAt: new Date(record.created_at).toISOString(),
    ...(await whose(parts, record.customer_id)),
    flow: record.flow,
    ...(claim ? { claimId: claim.id, claimNumber: claim.number } : {}),
    papers: record.papers,
    ...(record.day ? { day: record.day } : {}),
    ...(record.part ? { part: record.part } : {}),
    ...(record.branch_id ? { branchId: record.branch_id } : {}),
    ...(record.address ? { maskedAddress: maskAddress(record.address) } : {}),
    ...(record.visitorName ? { visitor: { name: record.visitorName } } : {}),
    isToCall: record.kind === 'visit' && record.day === null,
  };
}

async function viewClaimTask(parts: Parts, task: TaskTable): Promise<StaffTask | undefined> {
  const claim = await findClaimById(parts.store.db, parts.seal, task.claim_id);
  if (!claim) return undefined;
  return {
    id: task.id,
    kind: task.kind,
    createdAt: new Date(task.created_at).toISOString(),
    ...(await whose(parts, claim.customer_id)),
    flow: claim.flow,
    claimId: claim.id,
    claimNumber: claim.number,
    papers: [],
    isToCall: false,
  };
}

/** What staff have to do beside deciding: what has a day first, the nearest first; then the oldest. */
export async function listTasks(parts: Parts): Promise<StaffTask[]> {
  const { db } = parts.store;
  const tasks: StaffTask[] = [];
  for (const record of await listOpenAppointments(db, parts.seal, LIMIT)) {
    tasks.push(await viewAppointmentTask(parts, record));
  }
  for (const row of await listOpenTasks(db, LIMIT)) {
    const task = await viewClaimTask(parts, row);
    if (task) tasks.push(task);
  }
  return tasks;
}
