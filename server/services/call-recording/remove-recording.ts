import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import {
  findRecording,
  listRecordingsToClear,
  updateRecording,
} from '../../store/call-recordings.ts';
import { holdConversation } from '../../store/conversations.ts';
import { appendEvent } from '../../store/streams.ts';
import { auditActor, mayRead, type Party } from '../handoff/party.ts';
import { dropSound } from './recording-object.ts';
import { standingOf } from './standing.ts';

const AT_ONCE = 100;

/** A try of staff to take away what is the customer's is refused and kept. */
async function refuseStaff(parts: Parts, staffId: string, id: string): Promise<never> {
  await parts.store.write((tx) =>
    addAudit(tx, parts, {
      actor: { kind: 'staff', id: staffId },
      action: 'staff-refused',
      subject: { kind: 'conversation', id },
      detail: { what: 'recording-removed' },
    }),
  );
  throw new ProblemError('staff-may-not', 403);
}

/**
 * Takes the recording of a call away at its customer's word, at any time and also while it goes on: it rests on their yes
 * alone, and no law asks for it to be kept (PIPL 15, 47). Once more is the same.
 * @throws ProblemError 404; 403 staff-may-not
 */
export async function removeRecording(
  parts: Parts,
  party: Party,
  conversationId: string,
  callId: string,
): Promise<void> {
  if (party.side !== 'customer') return refuseStaff(parts, party.staff.id, conversationId);
  const now = parts.clock.now();
  const removed = await parts.store.write(async (tx) => {
    const row = await holdConversation(tx, conversationId);
    if (!row || !mayRead(party, row, now)) throw new ProblemError('not-found', 404);
    const { yes, isRemoved } = await standingOf(tx, parts, conversationId, callId);
    if (!yes || isRemoved) return undefined;
    await appendEvent(tx, parts.seal, {
      streamId: conversationId,
      clientId: `recording-removed-${callId}`,
      kind: 'recording-removed',
      actor: 'customer',
      body: { callId },
      at: now,
    });
    const recording = await findRecording(tx, conversationId, callId);
    if (recording?.removed_at === null)
      await updateRecording(tx, recording.id, { removed_at: now, removed_by: 'customer' });
    await addAudit(tx, parts, {
      actor: auditActor(party),
      action: 'recording-removed',
      subject: { kind: 'conversation', id: conversationId },
      detail: { recording: recording?.id ?? null },
    });
    return { id: recording?.id };
  });
  if (!removed) return;
  parts.hints.notify(conversationId);
  if (removed.id) await clear(parts, removed.id);
}

/** Where storage does not answer now, the next sweep does it: nobody can hear it any more either way. */
async function clear(parts: Parts, id: string): Promise<boolean> {
  try {
    await dropSound(parts, id);
  } catch (error) {
    parts.log.error('recording-not-cleared', error, { recording: id });
    return false;
  }
  const now = parts.clock.now();
  await parts.store.write((tx) => updateRecording(tx, id, { cleared_at: now }));
  return true;
}

/** Takes away what was kept long enough, and what is left of what was taken away. @returns how many */
export async function sweepRecordings(parts: Parts): Promise<number> {
  const now = parts.clock.now();
  let count = 0;
  for (const row of await listRecordingsToClear(parts.store.db, now, AT_ONCE)) {
    if (row.removed_at === null)
      await parts.store.write(async (tx) => {
        await updateRecording(tx, row.id, { removed_at: now, removed_by: 'time' });
        await addAudit(tx, parts, {
          actor: { kind: 'system' },
          action: 'recording-removed',
          subject: { kind: 'conversation', id: row.conversation_id },
          detail: { recording: row.id },
        });
      });
    if (await clear(parts, row.id)) count += 1;
  }
  return count;
}
