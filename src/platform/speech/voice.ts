import type { ReadingRate } from '#domain/speech/pace.ts';

export interface SpeakOptions {
  lng: string;
  rate: ReadingRate;
  /** Stops at once when it aborts; the promise then rejects with StoppedError. */
  signal: AbortSignal;
}

/** One way to say a sentence: a prepared clip, the phone's own voice, a clip made on demand. */
export interface Voice {
  readonly id: string;
  /** Called inside the person's own tap: some browsers let a page make a sound only from there. */
  unlock?(): void;
  /** Learns what it can say of these sentences. Never throws: what it did not learn it cannot speak. */
  prepare?(texts: readonly string[], lng: string, signal: AbortSignal): Promise<void>;
  /** These sentences come next: what takes time may begin now. */
  expect?(texts: readonly string[]): void;
  /**
   * Says one sentence to its end.
   * @throws CannotSpeakError when it cannot, NeedsTapError when the browser wants a tap first, StoppedError when aborted
   */
  speak(text: string, options: SpeakOptions): Promise<void>;
}

/** This voice cannot say the sentence: the next one is asked. */
export class CannotSpeakError extends Error {
  override name = 'CannotSpeakError';
  /** Nor will it say any other: it is not asked again in this reading. */
  readonly isForGood: boolean;
  constructor(why: string, { isForGood = false } = {}) {
    super(why);
    this.isForGood = isForGood;
  }
}

/** The browser makes no sound before the person has tapped. */
export class NeedsTapError extends Error {
  override name = 'NeedsTapError';
}

/** Somebody stopped it. */
export class StoppedError extends Error {
  override name = 'StoppedError';
}

/** @throws StoppedError when it is time to stop. The signal's own method is younger than the browsers that we serve. */
export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new StoppedError();
}
