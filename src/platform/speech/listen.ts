/** The part of the browser's recognizer that is used; no library of types knows it by its prefix. */
interface Recognizer {
  lang: string;
  interimResults: boolean;
  maxAlternatives: number;
  onresult: ((event: RecognizedEvent) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  abort(): void;
  stop(): void;
}
interface RecognizedEvent {
  results: ArrayLike<ArrayLike<{ transcript: string }>>;
}
type MakeRecognizer = new () => Recognizer;

/** Why nothing was heard: `refused` is the microphone, `failed` everything else, silence too. */
export type NotHeard = 'refused' | 'failed';

export interface Hearing {
  /** What was understood so far; called again with more. */
  onText: (text: string) => void;
  /** Over: by itself, by `stop`, or because it cannot be. */
  onEnd: (why?: NotHeard) => void;
}

function recognizerOf(): MakeRecognizer | undefined {
  const host = globalThis as unknown as Record<string, MakeRecognizer | undefined>;
  return host.SpeechRecognition ?? host.webkitSpeechRecognition;
}

/** Whether this browser can write down what is said. Where it cannot, the keyboard's own microphone can. */
export const canListen = (): boolean => recognizerOf() !== undefined;

/**
 * Writes down one sentence that is said now. Never needed: typing and the pictures do the same. The browser hands the
 * sound to its own maker's service; nothing of it is kept here.
 * @returns how to stop
 */
export function listen(lng: string, { onText, onEnd }: Hearing): () => void {
  const Recognizer = recognizerOf();
  if (!Recognizer) {
    onEnd('failed');
    return () => undefined;
  }
  const recognizer = new Recognizer();
  let why: NotHeard | undefined;
  let hasText = false;
  recognizer.lang = lng;
  recognizer.interimResults = true;
  recognizer.maxAlternatives = 1;
  recognizer.onresult = ({ results }) => {
    const text = Array.from(results, (result) => result[0]?.transcript ?? '').join('');
    hasText ||= text !== '';
    onText(text);
  };
  recognizer.onerror = ({ error }) => {
    why = error === 'not-allowed' || error === 'service-not-allowed' ? 'refused' : 'failed';
  };
  recognizer.onend = () => onEnd(hasText ? undefined : (why ?? 'failed'));
  try {
    recognizer.start();
  } catch {
    // Some hosts have the name and not the thing: the same as hearing nothing.
    onEnd('failed');
  }
  return () => recognizer.stop();
}
