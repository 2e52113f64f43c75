/**
 * Why there is no microphone. `refused`: the person or the phone said no. `missing`: there is none. `busy`: another
 * program has it.
 */
export type MicrophoneTrouble = 'microphone-refused' | 'microphone-missing' | 'microphone-busy';

/** @throws the browser's error: `microphoneTrouble` tells it */
export const openMicrophone = (): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });

export function microphoneTrouble(error: unknown): MicrophoneTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'microphone-missing';
  return name === 'NotReadableError' || name === 'AbortError'
    ? 'microphone-busy'
    : 'microphone-refused';
}

/** What the other side is heard with. */
export interface Ear {
  /** Inside a tap, before there is anything to hear: only so phones let it sound later. */
  open: () => void;
  /** @returns false where the browser wants another tap first */
  hear: (stream: MediaStream) => Promise<boolean>;
  close: () => void;
}

/** @param element was touched by a tap already, where the tap came before this part of the page */
export function createEar(element: HTMLAudioElement = new Audio()): Ear {
  return {
    open: () => openEar(element),
    hear: async (stream) => {
      if (element.srcObject !== stream) element.srcObject = stream;
      try {
        await element.play();
        return true;
      } catch (error) {
        // Everything else (taken away in between) is no question to a person.
        return !(error instanceof Error && error.name === 'NotAllowedError');
      }
    },
    close: () => {
      element.pause();
      element.srcObject = null;
    },
  };
}

/** Makes an element sound later without a tap of its own. */
export function openEar(element: HTMLAudioElement): void {
  element.autoplay = true;
  element.play().catch(() => undefined);
}

/** Hz, a soft third; each so long, s; every so often, ms. */
const TONES = [523, 659] as const;
const TONE_S = 0.5;
const EVERY_MS = 3000;
const LOUDNESS = 0.06;

/** Rings softly until the returned function is called; where a page may not sound yet, the card stands alone. */
export function ring(): () => void {
  const Context = globalThis.AudioContext as typeof AudioContext | undefined;
  if (!Context) return () => undefined;
  const context = new Context();
  const sound = () => {
    if (context.state !== 'running') return;
    TONES.forEach((hertz, i) => {
      const tone = context.createOscillator();
      const volume = context.createGain();
      const from = context.currentTime + i * TONE_S;
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0, from);
      volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.08);
      volume.gain.linearRampToValueAtTime(0, from + TONE_S);
      tone.connect(volume).connect(context.destination);
      tone.start(from);
      tone.stop(from + TONE_S);
    });
  };
  context.resume().then(sound, () => undefined);
  const timer = setInterval(sound, EVERY_MS);
  return () => {
    clearInterval(timer);
    context.close().catch(() => undefined);
  };
}
