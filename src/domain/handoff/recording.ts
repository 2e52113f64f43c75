import { isKind, type StreamEvent } from './events.ts';

/** Version of the words that ask for a recording. Only a yes to these words counts; it goes up with each change of them. */
export const RECORDING_NOTICE = 2;

export const recordingLimits = {
  /** A browser that dies loses so much of the sound at most, ms. */
  pieceMs: 5000,
  /** A piece is some 20 KB. */
  pieceBytes: 256 * 1024,
  /** Four hours at 32 kbit/s. */
  bytes: 64 * 1024 * 1024,
  /** The last piece of a call that has ended may come so much later, ms. */
  lateMs: 30_000,
  /** The shortest and the longest time for which a recording may be kept, and what it is without a word, days. */
  days: { least: 92, most: 3650, usual: 92 },
} as const;

/** What may be heard again of a call, for a reason that staff give. */
export const recordingReasons = ['customer-asked', 'complaint', 'dispute'] as const;
export type RecordingReason = (typeof recordingReasons)[number];

/** `GET …/recordings` */
export interface CallRecording {
  callId: string;
  /** ISO 8601 with offset */
  startedAt: string;
  seconds: number;
  keptUntil: string;
}

/**
 * Where the recording of one call stands. `asked`: the customer has not answered. `on`: a yes that nothing has ended.
 * `refused`: the customer said no.
 */
export interface RecordingInLog {
  state: 'none' | 'asked' | 'on' | 'refused' | 'ended';
  /** Of the yes. */
  yes?: { seq: number; notice: number; at: string };
  /** Who or what ended it. */
  end?: { by: 'customer' | 'agent' | 'call'; at: string };
  /** The customer had what was recorded taken away. */
  isRemoved: boolean;
}

/** Kinds of events that say something about it. */
export const recordingKinds = [
  'recording-asked',
  'consent',
  'recording-ended',
  'recording-removed',
  'call-offer',
  'call-ended',
  'closed',
  'transferred',
  'requeued',
] as const;

/**
 * What the log says about the recording of a call. The first answer counts and may only be taken back: no is never asked
 * again, and a call that was looked for anew is another call. Who reads the log on either side comes to the same.
 */
export function recordingInLog(events: readonly StreamEvent[], callId: string): RecordingInLog {
  let now: RecordingInLog = { state: 'none', isRemoved: false };
  const end = (event: StreamEvent, by: 'customer' | 'agent' | 'call') => {
    if (now.state === 'on' || now.state === 'asked')
      now = { ...now, state: 'ended', end: { by, at: event.at } };
  };
  for (const event of events) {
    if (isKind(event, 'closed') || isKind(event, 'transferred') || isKind(event, 'requeued'))
      end(event, 'call');
    else if (isKind(event, 'call-offer')) {
      // A page that lost this call says nothing more about it.
      if (event.body.callId !== callId) end(event, 'call');
    } else if (event.body['callId'] !== callId) continue;
    else if (isKind(event, 'call-ended')) end(event, 'call');
    else if (isKind(event, 'recording-asked')) {
      if (now.state === 'none') now = { ...now, state: 'asked' };
    } else if (isKind(event, 'recording-ended')) end(event, 'agent');
    else if (isKind(event, 'recording-removed')) {
      end(event, 'customer');
      now = { ...now, isRemoved: true };
    } else if (isKind(event, 'consent')) {
      const { given, notice } = event.body;
      if (now.state === 'on' && !given) end(event, 'customer');
      else if (now.state === 'none' || now.state === 'asked')
        now =
          given && notice === RECORDING_NOTICE
            ? { ...now, state: 'on', yes: { seq: event.seq, notice, at: event.at } }
            : { ...now, state: 'refused' };
    }
  }
  return now;
}
