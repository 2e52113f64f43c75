import { noteTriedWay } from '#platform/page/tried.ts';
import type { RecordedKind } from './kept-recording.ts';

/**
 * Why nothing can be recorded. `refused`: the person or the phone said no. `missing`: there is no microphone or camera.
 * `busy`: another program has it. `cannot`: this browser does not record at all.
 */
export type RecorderTrouble = 'refused' | 'missing' | 'busy' | 'cannot';

export class RecorderError extends Error {
  override name = 'RecorderError';
  constructor(
    readonly trouble: RecorderTrouble,
    cause?: unknown,
  ) {
    super(trouble, { cause });
  }
}

/** How a recording ended: as wished, or the microphone was taken away (a call, another page, a plug). */
export type RecordingEnd = 'stopped' | 'lost';

export interface RecordingEvents {
  /** About once a second: all pieces one after the other are the recording. */
  onPiece: (piece: Blob) => void;
  /** After the last piece, once. */
  onEnd: (how: RecordingEnd) => void;
}

export interface RunningRecording {
  /** The container, as the browser names it. */
  readonly type: string;
  /** To look at oneself while recording a picture. */
  readonly stream: MediaStream;
  /** How loud it is now, 0 to 1; undefined where the browser cannot tell. */
  level: () => number | undefined;
  stop: () => void;
}

/** A piece is written this often, ms: what a dead battery can take. */
const PIECE_MS = 1000;
/** A microphone that is silent this long, ms, was taken by a call: it would record nothing. */
const MUTED_MS = 1500;

/** AAC in MP4 plays on every phone; what is first here and can be recorded is taken. */
const types: Readonly<Record<RecordedKind, readonly string[]>> = {
  audio: [
    'audio/mp4;codecs=mp4a.40.2',
    'audio/webm;codecs=opus',
    'audio/mp4',
    'audio/ogg;codecs=opus',
  ],
  video: [
    'video/mp4;codecs=avc1.42E01E,mp4a.40.2',
    'video/webm;codecs=vp8,opus',
    'video/mp4',
    'video/webm',
  ],
};
/** Three minutes of picture come to some 10 MB, of sound to 0.7 MB. Bits a second. */
const rates = { audio: 32_000, picture: 400_000 };

const typeFor = (kind: RecordedKind): string | undefined =>
  typeof MediaRecorder === 'function'
    ? types[kind].find((type) => MediaRecorder.isTypeSupported?.(type))
    : undefined;

/** Whether this browser can record at all: outside https, in old WebViews and without a recorder it cannot. */
export const canRecord = (kind: RecordedKind): boolean =>
  typeof navigator.mediaDevices?.getUserMedia === 'function' && typeFor(kind) !== undefined;

function troubleIn(error: unknown): RecorderTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'cannot';
}

async function openDevices(kind: RecordedKind): Promise<MediaStream> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, channelCount: 1 },
      video:
        kind === 'video'
          ? { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 } }
          : false,
    });
    noteTriedWay('voice');
    return stream;
  } catch (error) {
    throw new RecorderError(troubleIn(error), error);
  }
}

/** Listens to how loud it is. Never needed: without it the recording is the same. */
function meterOf(stream: MediaStream): { level: () => number | undefined; close: () => void } {
  const none = { level: () => undefined, close: () => undefined };
  const host = globalThis as unknown as Record<string, typeof AudioContext | undefined>;
  const Context = host.AudioContext ?? host.webkitAudioContext;
  if (!Context) return none;
  try {
    const context = new Context();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    return {
      level: () => {
        analyser.getByteTimeDomainData(samples);
        let sum = 0;
        for (const sample of samples) sum += ((sample - 128) / 128) ** 2;
        // Somebody speaking at an arm's length is about 0.1 of what the microphone can bear.
        return Math.min(1, Math.sqrt(sum / samples.length) * 5);
      },
      close: () => void context.close().catch(() => undefined),
    };
  } catch {
    return none;
  }
}

/** The screen stays on while somebody speaks to it, where the phone can be asked to. */
function stayAwake(): () => void {
  const { wakeLock } = navigator as { wakeLock?: WakeLock };
  const lock = wakeLock?.request('screen').catch(() => undefined);
  return () => void lock?.then((held) => held?.release().catch(() => undefined));
}

/**
 * Opens the microphone, and the camera where a picture is wanted, and records until it is stopped or taken away; a page
 * that is no longer looked at stops by itself. Call it inside the person's tap.
 * @throws RecorderError
 */
export async function beginRecording(
  kind: RecordedKind,
  { onPiece, onEnd }: RecordingEvents,
): Promise<RunningRecording> {
  const type = typeFor(kind);
  if (!type || !canRecord(kind)) throw new RecorderError('cannot');
  const stream = await openDevices(kind);
  let recorder: MediaRecorder;
  try {
    recorder = new MediaRecorder(stream, {
      mimeType: type,
      audioBitsPerSecond: rates.audio,
      ...(kind === 'video' ? { videoBitsPerSecond: rates.picture } : {}),
    });
  } catch (error) {
    for (const track of stream.getTracks()) track.stop();
    throw new RecorderError('cannot', error);
  }
  const meter = meterOf(stream);
  const sleep = stayAwake();
  let how: RecordingEnd = 'lost';
  let muted: ReturnType<typeof setTimeout> | undefined;
  const halt = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const onHidden = () => {
    if (document.visibilityState === 'hidden') halt();
  };
  document.addEventListener('visibilitychange', onHidden);
  for (const track of stream.getTracks()) {
    track.addEventListener('ended', halt);
    track.addEventListener('mute', () => {
      muted ??= setTimeout(halt, MUTED_MS);
    });
    track.addEventListener('unmute', () => {
      clearTimeout(muted);
      muted = undefined;
    });
  }
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) onPiece(data);
  });
  recorder.addEventListener('error', halt);
  recorder.addEventListener('stop', () => {
    clearTimeout(muted);
    document.removeEventListener('visibilitychange', onHidden);
    for (const track of stream.getTracks()) track.stop();
    meter.close();
    sleep();
    onEnd(how);
  });
  recorder.start(PIECE_MS);
  return {
    type: recorder.mimeType || type,
    stream,
    level: meter.level,
    stop: () => {
      how = 'stopped';
      halt();
    },
  };
}
