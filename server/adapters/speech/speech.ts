import type { Lng } from '../../http/words.ts';

export type ClipType = 'audio/mpeg' | 'audio/mp4' | 'audio/aac' | 'audio/ogg' | 'audio/wav';

/** One sentence as sound. */
export interface Clip {
  bytes: Uint8Array;
  type: ClipType;
}

export interface SpokenSentence {
  lng: Lng;
  text: string;
}

/** A recording of somebody's own words. */
export interface SpokenWords {
  bytes: Uint8Array;
  /** As found by content: `audio/mp4`, `video/webm` and so on. */
  type: string;
  lng: Lng;
}

/** Makes speech: the insurer's service, or none. A tone is no speech, so the demo has none. */
export interface Speech {
  readonly kind: 'none' | 'http';
  /** @throws SpeechError when it cannot: the page then says so itself */
  make(sentence: SpokenSentence, voice: string): Promise<Clip>;
  /** Writes down what is said; absent where nothing can. @throws SpeechError */
  transcribe?(words: SpokenWords): Promise<string>;
}

/** No speech came. Never holds the sentence. */
export class SpeechError extends Error {
  override name = 'SpeechError';
}

/** Endings of the files of a voice pack, by type. */
export const clipEndings: Readonly<Record<ClipType, string>> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
};

/** The type that a service's answer names, or nothing for what is no sound that a phone plays. */
export function clipTypeOf(contentType: string | null): ClipType | undefined {
  const said = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const names: Readonly<Record<string, ClipType>> = {
    'audio/mp3': 'audio/mpeg',
    'audio/x-wav': 'audio/wav',
    'audio/wave': 'audio/wav',
    'audio/x-m4a': 'audio/mp4',
    'audio/opus': 'audio/ogg',
  };
  return said in clipEndings ? (said as ClipType) : names[said];
}
