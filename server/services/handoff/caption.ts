import { SpeechError } from '../../adapters/speech/speech.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Lng } from '../../http/words.ts';
import type { Parts } from '../../parts.ts';
import { examineMedia } from '../statements/examine-media.ts';
import { mayWrite, readableConversation, type Party } from './party.ts';

/** A clip of six seconds is some 30 KB. */
export const CLIP_BYTES = 200 * 1024;
/** Seconds; the page cuts at six. */
const CLIP_SECONDS = 10;
/** The page sends at most one clip in 1.5 s, mostly one in three or four. */
const CLIPS_A_MINUTE = 45;
const MINUTE_MS = 60_000;
/** Characters: nobody says more within a clip. */
const LONGEST = 300;

/** When each of the staff sent their last clips. Of this process alone: a bound for a page gone wrong, no account. */
const sent = new Map<string, number[]>();

function refuseTooMany(staffId: string, now: number): void {
  const since = (sent.get(staffId) ?? []).filter((at) => at > now - MINUTE_MS && at <= now);
  if (since.length >= CLIPS_A_MINUTE)
    throw new ProblemError('messages-too-fast', 429, { headers: { 'retry-after': '10' } });
  sent.set(staffId, [...since, now]);
}

/**
 * What staff say in a clip of their call, for the customer to read along (H7, H10). Neither clip nor text is kept, here
 * or in the log: the page that asked tells the other page.
 * @throws ProblemError 404; 403 not-in-conversation, also for a customer; 422 file-not-usable; 429; 503 speech-unavailable
 */
export async function caption(
  parts: Parts,
  party: Party,
  id: string,
  clip: { bytes: Uint8Array; lng: Lng },
): Promise<string> {
  const row = await readableConversation(parts.store.db, parts, party, id);
  if (party.side !== 'agent' || !mayWrite(party, row))
    throw new ProblemError('not-in-conversation', 403);
  const write = parts.speech.caption;
  if (!write) throw new ProblemError('speech-unavailable', 503);
  refuseTooMany(party.staff.id, parts.clock.now());
  const media = examineMedia(clip.bytes);
  if (!('type' in media) || media.type.startsWith('video/') || media.seconds > CLIP_SECONDS)
    throw new ProblemError('file-not-usable', 422);
  try {
    const text = await write({ bytes: clip.bytes, type: media.type, lng: clip.lng });
    return [...text.trim()].slice(0, LONGEST).join('');
  } catch (cause) {
    if (cause instanceof SpeechError) throw new ProblemError('speech-unavailable', 503, { cause });
    throw cause;
  }
}
