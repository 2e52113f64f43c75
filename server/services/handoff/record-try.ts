import type { StaffCallback } from '#domain/api/staff-queue.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import type { CallbackOutcome } from '#domain/handoff/events.ts';
import { nextOpenAt } from '#domain/handoff/hours.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import {
  callbackPhone,
  findCallback,
  holdCallback,
  updateCallback,
} from '../../store/callbacks.ts';
import { holdConversation } from '../../store/conversations.ts';
import type { CallbackTable, ConversationTable } from '../../store/schema-handoff.ts';
import type { Tx } from '../../store/store.ts';
import { textPerson } from '../text-person.ts';
import { triesOf, type StoredTry } from './callback-view.ts';
import { viewStaffCallback } from './list-callbacks.ts';
import { mayWrite } from './party.ts';
import { tellQueue } from './queue-entry.ts';
import { requeue } from './requeue.ts';
import { writeEvent } from './write-event.ts';

/** The pause before the next try. */
export const TRY_PAUSE_MS = 15 * 60_000;
/** A call that was left to a supervisor is in nobody's queue. */
export const FAR_AHEAD_MS = 365 * 24 * 3_600_000;

async function text(
  tx: Tx,
  parts: Parts,
  row: CallbackTable,
  purpose: 'callback-missed' | 'callback-left',
): Promise<void> {
  await textPerson(tx, parts, {
    to: callbackPhone(row, parts.seal),
    purpose,
    lng: row.lng === 'en' ? 'en' : 'zh-CN',
    values: {},
  });
}

/** Not reached: again after a pause and within the hours, and after three times a person decides. */
async function tryLater(
  tx: Tx,
  parts: Parts,
  callback: CallbackTable,
  row: ConversationTable,
  tries: number,
): Promise<void> {
  const now = parts.clock.now();
  if (tries < handoffLimits.callbackTries) {
    const next = nextOpenAt(now + TRY_PAUSE_MS, parts.config.humanHours);
    await requeue(tx, parts, row, 'call-again', { not_before: next });
    await text(tx, parts, callback, 'callback-missed');
    return;
  }
  await updateCallback(tx, callback.id, { state: 'left' });
  await requeue(tx, parts, row, 'call-again', { not_before: now + FAR_AHEAD_MS });
  await writeEvent(tx, parts, row.id, {
    kind: 'callback-left',
    actor: 'system',
    body: { callbackId: callback.id },
  });
  await text(tx, parts, callback, 'callback-left');
}

/**
 * Notes how a call went: reached, and the conversation stays open for writing; not reached, and it is tried again.
 * @throws ProblemError 404; 409 callback-gone, callback-not-taken
 */
export async function recordTry(
  parts: Parts,
  staff: StaffMember,
  id: string,
  outcome: CallbackOutcome,
): Promise<StaffCallback> {
  const conversationId = await parts.store.write(async (tx) => {
    const callback = await holdCallback(tx, id);
    const row = callback && (await holdConversation(tx, callback.conversation_id));
    if (!callback || !row) throw new ProblemError('not-found', 404);
    if (callback.state !== 'waiting') throw new ProblemError('callback-gone', 409);
    if (!mayWrite({ side: 'agent', staff }, row)) throw new ProblemError('callback-not-taken', 409);
    const made: StoredTry = { at: parts.clock.now(), outcome, staffId: staff.id };
    const tries = [...triesOf(callback), made];
    await updateCallback(tx, id, { tries: JSON.stringify(tries) });
    await writeEvent(tx, parts, row.id, {
      kind: 'callback-tried',
      actor: 'agent',
      body: { callbackId: id, tries: tries.length, outcome },
    });
    if (outcome === 'reached') {
      await updateCallback(tx, id, { state: 'done', ended_at: parts.clock.now() });
      await writeEvent(tx, parts, row.id, {
        kind: 'callback-done',
        actor: 'agent',
        body: { callbackId: id },
      });
    } else await tryLater(tx, parts, callback, row, tries.length);
    await addAudit(tx, parts, {
      actor: { kind: 'staff', id: staff.id },
      action: 'callback-tried',
      subject: { kind: 'callback', id },
      detail: { outcome, tries: tries.length },
    });
    return row.id;
  });
  tellQueue(parts, [conversationId], staff.id);
  const kept = await findCallback(parts.store.db, id);
  if (!kept) throw new ProblemError('not-found', 404);
  return viewStaffCallback(parts, kept);
}
