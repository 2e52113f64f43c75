import { clipTimes, newClip, noteLevel } from './caption-clips.ts';

/** What comes of the clips. */
export interface CaptionEvents {
  onText: (text: string) => void;
  /** The service does not answer, or answers again; recording does not work here. */
  onFailing: (isFailing: boolean) => void;
}

const TYPES = ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4', 'audio/ogg'];
const RATE = 32_000;
/** Clips that may wait for the service: a caption later than that belongs to nothing any more. */
const MOST_WAITING = 2;
/** An answer later than this is none. Ms. */
const PATIENCE_MS = 15_000;
/** So many in a row without an answer are told. */
const FAILURES = 2;

/** How loud the microphone is now. */
function meterOf(microphone: MediaStream): { level: () => number | undefined; close: () => void } {
  const Context = globalThis.AudioContext as typeof AudioContext | undefined;
  if (!Context) return { level: () => undefined, close: () => undefined };
  const context = new Context();
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  context.createMediaStreamSource(microphone).connect(analyser);
  context.resume().catch(() => undefined);
  const samples = new Uint8Array(analyser.fftSize);
  return {
    level: () => {
      if (context.state !== 'running') return undefined;
      analyser.getByteTimeDomainData(samples);
      let sum = 0;
      for (const sample of samples) sum += ((sample - 128) / 128) ** 2;
      return Math.sqrt(sum / samples.length);
    },
    close: () => void context.close().catch(() => undefined),
  };
}

/** @returns what was said in it @throws where nothing can say so now */
async function ask(conversationId: string, clip: Blob): Promise<string> {
  const path = `/api/conversations/${encodeURIComponent(conversationId)}/captions?as=staff`;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/octet-stream',
        'Accept-Language': document.documentElement.lang,
      },
      body: clip,
      signal: abort.signal,
    });
    if (!response.ok) throw new Error(`captions ${response.status}`);
    return ((await response.json()) as { text?: string }).text ?? '';
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Has what this microphone hears written down, a clip at a time, in order, and nothing of silence or of a muted
 * microphone. The clips are kept nowhere.
 * @returns ends it
 */
export function writeDown(
  conversationId: string,
  microphone: MediaStream,
  { onText, onFailing }: CaptionEvents,
): () => void {
  let isOver = false;
  let failures = 0;
  let waiting = 0;
  let turn = Promise.resolve();
  const take = (clip: Blob) => {
    if (isOver || waiting > MOST_WAITING) return;
    waiting += 1;
    const asked = ask(conversationId, clip);
    asked.catch(() => undefined);
    // Asked for at once, told in the order in which it was said.
    turn = turn.then(async () => {
      try {
        const text = await asked;
        if (isOver) return;
        if (failures >= FAILURES) onFailing(false);
        failures = 0;
        if (text !== '') onText(text);
      } catch {
        failures += 1;
        if (failures === FAILURES && !isOver) onFailing(true);
      } finally {
        waiting -= 1;
      }
    });
  };

  const mimeType =
    typeof MediaRecorder === 'function'
      ? TYPES.find((type) => MediaRecorder.isTypeSupported?.(type))
      : undefined;
  if (!mimeType) {
    onFailing(true);
    return () => undefined;
  }
  // Only the sound, and the track itself: muting it mutes what is written down.
  const sound = new MediaStream(microphone.getAudioTracks());
  const record = () => {
    const recorder = new MediaRecorder(sound, { mimeType, audioBitsPerSecond: RATE });
    let isWanted = false;
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (isWanted && data.size > 0) take(data);
    });
    recorder.start();
    return (isSent: boolean) => {
      isWanted = isSent;
      if (recorder.state !== 'inactive') recorder.stop();
    };
  };
  const meter = meterOf(microphone);
  let end: ReturnType<typeof record> | undefined;
  let clip = newClip;
  const next = (isSent: boolean) => {
    const endLast = end;
    try {
      // The next one begins before the last one ends: no syllable falls between them.
      end = record();
    } catch {
      end = undefined;
      onFailing(true);
    }
    endLast?.(isSent);
  };
  next(false);
  const timer = setInterval(() => {
    const noted = noteLevel(clip, meter.level());
    clip = noted.clip;
    if (noted.cut) next(noted.cut === 'send');
  }, clipTimes.lookMs);
  return () => {
    isOver = true;
    clearInterval(timer);
    end?.(false);
    meter.close();
  };
}
