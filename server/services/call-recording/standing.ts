import { recordingInLog, recordingKinds, type RecordingInLog } from '#domain/handoff/recording.ts';
import type { EventActor } from '#domain/handoff/events.ts';
import type { Parts } from '../../parts.ts';
import type { Db } from '../../store/store.ts';
import { eventsOf } from '../../store/streams.ts';

/** What the log says about the recording of a call: the only thing that counts. */
export async function standingOf(
  db: Db,
  parts: Pick<Parts, 'seal'>,
  conversationId: string,
  callId: string,
): Promise<RecordingInLog> {
  const stored = await eventsOf(db, parts.seal, conversationId, recordingKinds);
  const events = stored.map(({ seq, clientId, kind, actor, body, at }) => ({
    seq,
    clientId,
    kind,
    actor: actor as EventActor,
    body,
    at: new Date(at).toISOString(),
  }));
  return recordingInLog(events, callId);
}
