import { recordingLimits, type RecordingInLog } from '#domain/handoff/recording.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { findRecording, insertRecording, updateRecording } from '../../store/call-recordings.ts';
import { holdConversation } from '../../store/conversations.ts';
import type { CallRecordingTable, ConversationTable } from '../../store/schema-handoff.ts';
import type { Db } from '../../store/store.ts';
import { mayRead, mayWrite, readableConversation, type Party } from '../handoff/party.ts';
import { openPiece, pieceObject, soundType } from './recording-object.ts';
import { standingOf } from './standing.ts';

const DAY_MS = 24 * 3_600_000;

export interface PieceToKeep {
  conversationId: string;
  callId: string;
  /** From 0, without gaps. */
  piece: number;
  bytes: Uint8Array;
}

type Staff = Extract<Party, { side: 'agent' }>;

/** The yes of this call, where it stands now, or ended a moment ago by anything but the customer. */
function yesOf(standing: RecordingInLog, now: number): NonNullable<RecordingInLog['yes']> {
  const { state, yes, end } = standing;
  const isLate =
    state === 'ended' &&
    end !== undefined &&
    end.by !== 'customer' &&
    now - Date.parse(end.at) <= recordingLimits.lateMs;
  if (yes && !standing.isRemoved && (state === 'on' || isLate)) return yes;
  throw new ProblemError('recording-not-agreed', 409);
}

/** Only who is in the call records it; its last piece may come when they have just left. */
function refuseOthers(
  party: Staff,
  row: ConversationTable | undefined,
  recording: CallRecordingTable | undefined,
  now: number,
): void {
  if (!row || !mayRead(party, row, now)) throw new ProblemError('not-found', 404);
  if (!mayWrite(party, row) && recording?.staff_id !== party.staff.id)
    throw new ProblemError('not-in-conversation', 403);
  if (recording && recording.staff_id !== party.staff.id)
    throw new ProblemError('not-in-conversation', 403);
}

async function sameAgain(parts: Parts, recording: CallRecordingTable, it: PieceToKeep) {
  const before = await openPiece(parts, recording.id, it.piece);
  if (!Buffer.from(before).equals(Buffer.from(it.bytes)))
    throw new ProblemError('client-id-reused', 409);
  return { pieces: recording.pieces };
}

/**
 * Keeps the next piece of a call's sound, sealed, while the log holds its customer's yes; the same piece again is the
 * same. The yes is looked at once more where the piece is counted, so that no piece outruns a no.
 * @throws ProblemError 404 where calls are not recorded, or not theirs; 403; 409 recording-not-agreed, piece-not-next,
 * client-id-reused; 413; 422
 */
export async function keepPiece(
  parts: Parts,
  party: Party,
  it: PieceToKeep,
): Promise<{ pieces: number }> {
  const rules = parts.config.voice.recording;
  if (!rules) throw new ProblemError('not-found', 404);
  if (party.side === 'customer') throw new ProblemError('not-in-conversation', 403);
  const { conversationId, callId, piece, bytes } = it;
  const now = parts.clock.now();
  const look = async (db: Db, row: ConversationTable | undefined) => {
    const recording = await findRecording(db, conversationId, callId);
    refuseOthers(party, row, recording, now);
    const yes = yesOf(await standingOf(db, parts, conversationId, callId), now);
    if (recording?.removed_at) throw new ProblemError('recording-not-agreed', 409);
    return { recording, yes };
  };

  const { db } = parts.store;
  const first = await look(db, await readableConversation(db, parts, party, conversationId));
  const pieces = first.recording?.pieces ?? 0;
  if (bytes.byteLength === 0) throw new ProblemError('file-not-usable', 422);
  if (bytes.byteLength > recordingLimits.pieceBytes) throw new ProblemError('file-too-large', 413);
  if (first.recording && piece < pieces) return sameAgain(parts, first.recording, it);
  if (piece > pieces) throw new ProblemError('piece-not-next', 409);
  if ((first.recording?.bytes ?? 0) + bytes.byteLength > recordingLimits.bytes)
    throw new ProblemError('file-too-large', 413);
  const fileType = first.recording?.file_type ?? soundType(bytes);
  if (!fileType) throw new ProblemError('file-not-usable', 422);

  const id = first.recording?.id ?? parts.ids.id();
  const { key, place } = pieceObject(id, piece);
  await parts.objects.put(key, parts.seal.sealBytes(place, bytes));
  try {
    await parts.store.write(async (tx) => {
      const { recording, yes } = await look(tx, await holdConversation(tx, conversationId));
      // Somebody else's request was quicker: this page asks again and is told what is there.
      if ((recording?.pieces ?? 0) !== piece || (recording && recording.id !== id))
        throw new ProblemError('piece-not-next', 409);
      if (recording) {
        await updateRecording(tx, id, {
          pieces: piece + 1,
          bytes: recording.bytes + bytes.byteLength,
          ended_at: now,
        });
        return;
      }
      const startedAt = Date.parse(yes.at);
      await insertRecording(tx, {
        id,
        conversation_id: conversationId,
        call_id: callId,
        staff_id: party.staff.id,
        notice: yes.notice,
        consent_seq: yes.seq,
        file_type: fileType,
        pieces: 1,
        bytes: bytes.byteLength,
        started_at: startedAt,
        ended_at: now,
        keep_until: startedAt + rules.days * DAY_MS,
        removed_at: null,
        removed_by: null,
        cleared_at: null,
      });
      await addAudit(tx, parts, {
        actor: { kind: 'staff', id: party.staff.id },
        action: 'recording-begun',
        subject: { kind: 'conversation', id: conversationId },
        detail: { recording: id, notice: yes.notice, consent: yes.seq },
      });
    });
  } catch (error) {
    const there = await findRecording(db, conversationId, callId);
    // Nothing of what was refused stays; what another request of the same piece has kept does.
    if (there?.id !== id || there.pieces <= piece) await parts.objects.delete(key);
    throw error;
  }
  return { pieces: piece + 1 };
}
