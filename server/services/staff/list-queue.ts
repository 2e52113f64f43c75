import type { QueueRow, StaffQueue } from '#domain/api/staff-queue.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import { isDue, mayServe } from '#domain/handoff/queue.ts';
import type { Parts } from '../../parts.ts';
import { findCustomer } from '../../store/customers.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import { findStaffById } from '../../store/staff.ts';
import { listOpenConversations } from '../../store/staff-lists.ts';
import { maskPhone } from '../customer-view.ts';
import { skillsOf } from '../handoff/presence.ts';
import { entryOf } from '../handoff/queue-entry.ts';

const LONGEST = 200;
const iso = (at: number): string => new Date(at).toISOString();

async function viewRow(
  parts: Parts,
  staff: StaffMember,
  row: ConversationTable,
  position: number,
): Promise<QueueRow> {
  const { db } = parts.store;
  const now = parts.clock.now();
  const customer = row.customer_id
    ? await findCustomer(db, parts.seal, row.customer_id)
    : undefined;
  const nameOf = async (id: string | null) =>
    id ? (await findStaffById(db, id))?.display_name : undefined;
  const offeredToName = await nameOf(row.offer_to);
  const takenByName = await nameOf(row.state === 'active' ? row.taken_by : null);
  const isDueNow = isDue({ notBefore: row.not_before ?? undefined }, now);
  return {
    conversationId: row.id,
    state: row.state,
    position,
    page: row.page,
    ...(row.step ? { step: row.step } : {}),
    ...(row.flow ? { flow: row.flow } : {}),
    mode: row.mode,
    lng: row.lng,
    ...(customer?.profile ? { customerName: customer.profile.name } : {}),
    ...(customer ? { maskedPhone: maskPhone(customer.phone) } : {}),
    enqueuedAt: iso(row.enqueued_at),
    asked: row.asked,
    wants: row.wants ?? 'chat',
    ageBand: row.age_band ?? 'unknown',
    needs: row.needs ? (JSON.parse(row.needs) as string[]) : [],
    why: {
      waitedSeconds: Math.max(0, Math.round((now - row.asked_at) / 1000)),
      creditSeconds: Math.round(row.credit_ms / 1000),
      rankAt: iso(row.enqueued_at - row.credit_ms),
    },
    ...(isDueNow || row.not_before === null ? {} : { notBefore: iso(row.not_before) }),
    ...(offeredToName ? { offeredToName } : {}),
    ...(takenByName ? { takenByName } : {}),
    isMine: row.state === 'active' && row.taken_by === staff.id,
  };
}

/** Who asked for a person, in the order in which they are taken, and why; those in conversation have place 0. */
export async function listQueue(parts: Parts, staff: StaffMember): Promise<StaffQueue> {
  const { db } = parts.store;
  const now = parts.clock.now();
  const rows = await listOpenConversations(db, LONGEST);
  const skills = skillsOf(await findStaffById(db, staff.id));
  const me = { id: staff.id, role: staff.role, skills, room: 1, idleSince: 0 };
  const requests: QueueRow[] = [];
  let place = 0;
  let nextId: string | undefined;
  for (const row of rows) {
    const entry = entryOf(row);
    const hasPlace = row.state === 'waiting' && isDue(entry, now);
    if (hasPlace) {
      place += 1;
      if (nextId === undefined && mayServe(me, entry, now)) nextId = row.id;
    }
    requests.push(await viewRow(parts, staff, row, hasPlace ? place : 0));
  }
  return { requests, ...(nextId ? { nextId } : {}) };
}
