import type { CallRecording, RecordingReason } from '#domain/handoff/recording.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { findRecording, listRecordings } from '../../store/call-recordings.ts';
import type { CallRecordingTable } from '../../store/schema-handoff.ts';
import { readableConversation, type Party } from '../handoff/party.ts';
import { openSound } from './recording-object.ts';

export interface Sound {
  bytes: Uint8Array;
  type: string;
}

/** What a conversation has of recordings that can be heard. @throws ProblemError 404 */
export async function recordingsOf(
  parts: Parts,
  party: Party,
  conversationId: string,
): Promise<CallRecording[]> {
  await readableConversation(parts.store.db, parts, party, conversationId);
  const rows = await listRecordings(parts.store.db, conversationId);
  return rows
    .filter((row) => row.keep_until > parts.clock.now())
    .map((row) => ({
      callId: row.call_id,
      startedAt: new Date(row.started_at).toISOString(),
      seconds: Math.max(1, Math.round((row.ended_at - row.started_at) / 1000)),
      keptUntil: new Date(row.keep_until).toISOString(),
    }));
}

async function audible(
  parts: Parts,
  party: Party,
  conversationId: string,
  callId: string,
): Promise<CallRecordingTable> {
  await readableConversation(parts.store.db, parts, party, conversationId);
  const row = await findRecording(parts.store.db, conversationId, callId);
  if (!row || row.removed_at !== null || row.keep_until <= parts.clock.now())
    throw new ProblemError('not-found', 404);
  return row;
}

/** A recording for its customer. Staff go by `hearForReason`. @throws ProblemError 404; 403 staff-not-allowed */
export async function hearOwn(
  parts: Parts,
  party: Party,
  conversationId: string,
  callId: string,
): Promise<Sound> {
  const row = await audible(parts, party, conversationId, callId);
  if (party.side !== 'customer') throw new ProblemError('staff-not-allowed', 403);
  return { bytes: await openSound(parts, row), type: row.file_type };
}

/**
 * A recording for staff who may read its conversation, for a reason that is written down before anything is heard.
 * @throws ProblemError 404; 403 for a customer
 */
export async function hearForReason(
  parts: Parts,
  party: Party,
  asked: { conversationId: string; callId: string; reason: RecordingReason },
): Promise<Sound> {
  const { conversationId, callId, reason } = asked;
  const row = await audible(parts, party, conversationId, callId);
  if (party.side !== 'agent') throw new ProblemError('not-in-conversation', 403);
  await parts.store.write((tx) =>
    addAudit(tx, parts, {
      actor: { kind: 'staff', id: party.staff.id },
      action: 'recording-heard',
      subject: { kind: 'conversation', id: conversationId },
      detail: { recording: row.id, reason, role: party.staff.role },
    }),
  );
  return { bytes: await openSound(parts, row), type: row.file_type };
}
