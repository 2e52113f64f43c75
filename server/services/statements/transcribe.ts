import { SpeechError } from '../../adapters/speech/speech.ts';
import { ownersOf, type Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Lng } from '../../http/words.ts';
import type { Parts } from '../../parts.ts';
import { findDocument } from '../../store/documents.ts';
import { readMedia } from './open-media.ts';

/** The longest text believed of three minutes: a fast speaker of Chinese says some 900 characters. */
const LONGEST = 2000;

/**
 * What was said in a recording, for its owner alone, who then says whether it is right. Nothing where no service writes down
 * what is said, or where it heard nothing; it is kept nowhere until the owner has said yes to it.
 * @throws ProblemError 404; 503 `speech-unavailable`
 */
export async function transcribe(
  parts: Parts,
  who: Who,
  id: string,
  lng: Lng,
): Promise<string | undefined> {
  const row = await findDocument(parts.store.db, id, ownersOf(who));
  if (!row) throw new ProblemError('not-found', 404);
  const media = await readMedia(parts, row);
  const { transcribe: write } = parts.speech;
  if (!write) return undefined;
  try {
    const text = (await write({ ...media, lng })).trim();
    return text === '' ? undefined : [...text].slice(0, LONGEST).join('');
  } catch (cause) {
    if (cause instanceof SpeechError) throw new ProblemError('speech-unavailable', 503, { cause });
    throw cause;
  }
}
