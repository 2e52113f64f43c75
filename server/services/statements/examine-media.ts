import type { DocumentReason } from '#domain/api/draft.ts';
import { MAX_SECONDS, MalformedMediaError, type Media } from './media.ts';
import { readMp4 } from './read-mp4.ts';
import { readOgg } from './read-ogg.ts';
import { readWebm } from './read-webm.ts';

/**
 * What a recording is by its content: MP4, WebM or Ogg with sound or with picture and sound, nothing else in it, and not
 * longer than we ask for. Only its heads are read, in one pass and with an end to every loop; what it shows is decoded by
 * nobody here, so it needs no process of its own.
 * @returns the reason in words' place where we cannot use it
 */
export function examineMedia(file: Uint8Array): Media | { reason: DocumentReason } {
  try {
    const media = readMp4(file) ?? readWebm(file) ?? readOgg(file);
    if (!media) return { reason: 'not-a-recording' };
    return media.seconds > MAX_SECONDS ? { reason: 'too-long' } : media;
  } catch (error) {
    if (error instanceof MalformedMediaError) return { reason: 'cannot-open' };
    throw error;
  }
}
