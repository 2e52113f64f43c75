import { createHash } from 'node:crypto';
import type { SpokenSentence } from './speech.ts';

/**
 * The name of a fixed sentence's clip: a hash of voice, language and words, so that a changed sentence never plays
 * an old clip (ocr-voice §5). 128 bits of SHA-256 as hex, since it is a file's name on any system.
 */
export function clipHash({ lng, text }: SpokenSentence, voice: string): string {
  return createHash('sha256').update(`${voice}\n${lng}\n${text}`).digest('hex').slice(0, 32);
}

/** What a path must look like to be a clip's name. */
export const CLIP_HASH = /^[0-9a-f]{32}$/;
