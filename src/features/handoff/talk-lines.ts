import type { Receipts } from '#domain/api/conversation.ts';
import { isKind, type MessageBody, type StreamEvent } from '#domain/handoff/events.ts';
import type { Sending } from '#platform/log/sender.ts';

/** How far one's own words have come. `waiting`: on this device only. */
export type Mark = 'waiting' | 'sending' | 'delivered' | 'read' | 'refused';

/** Something that somebody said. */
export interface SaidLine {
  kind: 'said';
  key: string;
  isMine: boolean;
  /** ISO 8601 */
  at: string;
  text?: string;
  file?: { kind: 'photo' | 'voice'; fileId?: string; seconds?: number };
  mark?: Mark;
  /** Why the server would not take it. */
  refused?: { code: string; detail: string };
  /** Of the event; absent while it is on its way. */
  seq?: number;
}

/** Something that happened, said in a line between the words. */
export interface NoteLine {
  kind: 'note';
  key: string;
  at: string;
  /** A key under `notes`. */
  word: string;
  values: { name?: string; phone?: string };
  seq: number;
}

export type TalkLine = SaidLine | NoteLine;

/** What happens and is said as it is. Places and offers are the band's; signals of a call are nobody's to read. */
const PLAIN_NOTES = new Set([
  'requested',
  'agent-lost',
  'agent-back',
  'requeued',
  'callback-done',
  'callback-left',
  'callback-cancelled',
  'call-ended',
  'proposal',
  'proposal-accepted',
  'proposal-declined',
  'pointed',
  'closed',
  'reopened',
]);

function noteOf(event: StreamEvent): Pick<NoteLine, 'word' | 'values'> | undefined {
  if (isKind(event, 'taken')) return { word: 'taken', values: { name: event.body.staffName } };
  if (isKind(event, 'transferred')) {
    const { staffName } = event.body;
    return staffName
      ? { word: 'transferredTo', values: { name: staffName } }
      : { word: 'transferred', values: {} };
  }
  if (isKind(event, 'callback-asked'))
    return {
      word: event.body.insteadOf === undefined ? 'callback-asked' : 'callback-instead',
      values: { phone: event.body.maskedPhone },
    };
  if (isKind(event, 'callback-tried'))
    return event.body.outcome === 'reached' ? undefined : { word: 'callback-tried', values: {} };
  return PLAIN_NOTES.has(event.kind) ? { word: event.kind, values: {} } : undefined;
}

function saidOf(event: StreamEvent, receipts: Receipts): SaidLine {
  const isMine = event.actor === 'customer';
  const { text, fileId } = event.body as MessageBody;
  const seconds = isKind(event, 'voice-note') ? event.body.seconds : undefined;
  return {
    kind: 'said',
    key: event.clientId,
    isMine,
    at: event.at,
    seq: event.seq,
    ...(text ? { text } : {}),
    ...(fileId
      ? { file: { kind: seconds === undefined ? 'photo' : 'voice', fileId, seconds } }
      : {}),
    ...(isMine ? { mark: receipts.staff.readTo >= event.seq ? 'read' : 'delivered' } : {}),
  };
}

function sendingLine(item: Sending): SaidLine {
  const seconds = item.file?.seconds;
  const text = typeof item.body.text === 'string' ? item.body.text : undefined;
  return {
    kind: 'said',
    key: item.clientId,
    isMine: true,
    at: item.madeAt,
    ...(text ? { text } : {}),
    ...(item.file
      ? {
          file: {
            kind: seconds === undefined ? 'photo' : 'voice',
            fileId: item.file.fileId,
            seconds,
          },
        }
      : {}),
    mark: item.state === 'sent' ? 'delivered' : item.state,
    ...(item.refused ? { refused: item.refused } : {}),
  };
}

/** All that is to be read, in its order: what the log has, then what is on its way. */
export function talkLines(
  events: readonly StreamEvent[],
  receipts: Receipts,
  sending: readonly Sending[],
): readonly TalkLine[] {
  const lines = events.flatMap((event): TalkLine[] => {
    if (event.kind === 'message' || event.kind === 'voice-note') return [saidOf(event, receipts)];
    const note = noteOf(event);
    return note
      ? [{ kind: 'note', key: `note-${event.seq}`, at: event.at, seq: event.seq, ...note }]
      : [];
  });
  return [...lines, ...sending.map(sendingLine)];
}
