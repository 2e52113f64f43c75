import { customerKinds, staffKinds, type WrittenKind } from '#domain/handoff/events.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { changeAndCount, holdConversation } from '../../store/conversations.ts';
import { findFile } from '../../store/conversation-files.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import { appendEvent, type Appended } from '../../store/streams.ts';
import type { Tx } from '../../store/store.ts';
import { mayRead, mayWrite, type Party } from './party.ts';
import { deskOf } from './subjects.ts';

export interface EventToPost {
  clientId: string;
  kind: WrittenKind;
  body: Readonly<Record<string, unknown>>;
}

const MINUTE_MS = 60_000;
const told: readonly WrittenKind[] = [
  'message',
  'voice-note',
  'pointed',
  'consent',
  'recording-asked',
  'recording-ended',
];

function kindsOf(party: Party): readonly string[] {
  return party.side === 'customer' ? customerKinds : staffKinds;
}

/** A try of staff to do what is the customer's alone is refused and kept. */
async function refuseKind(parts: Parts, party: Party, id: string, kind: string): Promise<never> {
  if (party.side === 'customer') {
    throw new ProblemError('kind-not-yours', 422, {
      errors: [{ field: 'kind', code: 'kind-not-yours' }],
    });
  }
  await parts.store.write((tx) =>
    addAudit(tx, parts, {
      actor: { kind: 'staff', id: party.staff.id },
      action: 'staff-refused',
      subject: { kind: 'conversation', id },
      detail: { kind },
    }),
  );
  throw new ProblemError('staff-may-not', 403);
}

/**
 * Changes the conversation for an event that was just written.
 * @throws ProblemError 429 when its side has written more than a person can
 */
async function changeFor(
  tx: Tx,
  parts: Parts,
  party: Party,
  id: string,
  { kind, seq, change }: { kind: WrittenKind; seq: number; change: Partial<ConversationTable> },
) {
  const isTold = told.includes(kind);
  const most = isTold ? handoffLimits.messagesAMinute : handoffLimits.signalsAMinute;
  const count = await changeAndCount(tx, id, change, {
    actor: party.side,
    kinds: isTold ? told : ['call-offer', 'call-answer', 'call-candidate', 'call-ended'],
    since: parts.clock.now() - MINUTE_MS,
    // Only the end of the log is looked at.
    behind: seq - handoffLimits.signalsAMinute * 2,
  });
  // The one just written counts.
  if (count > most) {
    throw new ProblemError('messages-too-fast', 429, { headers: { 'retry-after': '10' } });
  }
}

async function refuseForeignFile(tx: Tx, id: string, body: EventToPost['body']): Promise<void> {
  const { fileId } = body;
  if (typeof fileId !== 'string') return;
  if ((await findFile(tx, fileId))?.conversation_id === id) return;
  throw new ProblemError('file-not-usable', 422, {
    errors: [{ field: 'body.fileId', code: 'file-not-usable' }],
  });
}

/**
 * Writes what one side says into the log, once for each `clientId`. What was written before is told again, also when
 * the conversation has ended since.
 * @throws ProblemError 404; 409 client-id-reused, conversation-closed; 403 not-in-conversation, staff-may-not; 429
 */
export async function postEvent(
  parts: Parts,
  party: Party,
  id: string,
  event: EventToPost,
): Promise<Appended> {
  if (!kindsOf(party).includes(event.kind)) return refuseKind(parts, party, id, event.kind);
  if (event.kind === 'recording-asked' && !parts.config.voice.recording)
    throw new ProblemError('recording-off', 409);
  const now = parts.clock.now();
  const appended = await parts.store.write(async (tx) => {
    const row = await holdConversation(tx, id);
    if (!row || !mayRead(party, row, now)) throw new ProblemError('not-found', 404);
    const result = await appendEvent(tx, parts.seal, {
      streamId: id,
      clientId: event.clientId,
      kind: event.kind,
      actor: party.side,
      body: event.body,
      at: now,
    });
    if (result.outcome === 'different') throw new ProblemError('client-id-reused', 409);
    if (result.outcome === 'same') return { ...result, deskOf: null };
    // Refusals from here on take the event back with the transaction.
    if (row.state === 'closed') throw new ProblemError('conversation-closed', 409);
    if (!mayWrite(party, row)) throw new ProblemError('not-in-conversation', 403);
    // Who writes has read what stands before it.
    const { seq } = result;
    const change = {
      touched_at: now,
      ...(party.side === 'customer'
        ? { customer_read: seq, customer_to: seq }
        : { staff_read: seq, staff_to: seq }),
    };
    await changeFor(tx, parts, party, id, { kind: event.kind, seq, change });
    await refuseForeignFile(tx, id, event.body);
    if (event.kind === 'consent') {
      await addAudit(tx, parts, {
        actor: { kind: 'customer', id: row.customer_id ?? undefined },
        action: 'recording-consent',
        subject: { kind: 'conversation', id },
        detail: {
          given: event.body['given'],
          notice: event.body['notice'],
          call: event.body['callId'],
        },
      });
    }
    return { ...result, deskOf: row.taken_by };
  });
  if (appended.outcome === 'added') {
    parts.hints.notify(id);
    if (party.side === 'customer' && appended.deskOf) parts.hints.notify(deskOf(appended.deskOf));
  }
  return appended;
}
