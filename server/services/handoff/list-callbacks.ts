import type { StaffCallback } from '#domain/api/staff-queue.ts';
import type { Parts } from '../../parts.ts';
import { listCallbacks } from '../../store/callbacks.ts';
import { findConversationById } from '../../store/conversations.ts';
import type { CallbackTable } from '../../store/schema-handoff.ts';
import { findStaffById } from '../../store/staff.ts';
import { triesOf, viewCallback } from './callback-view.ts';
import { nameOf } from './view-desk.ts';

const LONGEST = 200;

/** A call-back as staff see it, with who tried and how it went. */
export async function viewStaffCallback(parts: Parts, row: CallbackTable): Promise<StaffCallback> {
  const { db } = parts.store;
  const conversation = await findConversationById(db, row.conversation_id);
  const tries = [];
  for (const { at, outcome, staffId } of triesOf(row)) {
    const staffName = (await findStaffById(db, staffId))?.display_name ?? '';
    tries.push({ at: new Date(at).toISOString(), outcome, staffName });
  }
  return {
    ...viewCallback(parts, row),
    customerName: conversation ? await nameOf(parts, conversation) : '',
    tries,
  };
}

/** Call-backs that wait, or that nobody could reach: those are a supervisor's to decide. */
export async function callbacksOf(
  parts: Parts,
  state: 'waiting' | 'left',
): Promise<StaffCallback[]> {
  const rows = await listCallbacks(parts.store.db, state, LONGEST);
  return Promise.all(rows.map((row) => viewStaffCallback(parts, row)));
}
