import { TRIED_CODES, TRIED_LENGTH, triedWays } from '#domain/handoff/tried.ts';
import { hasProblemWords } from '../../http/words.ts';
import type { Parts } from '../../parts.ts';
import { lastEventOf } from '../../store/streams.ts';
import type { Db } from '../../store/store.ts';

/** What a page says was tried: ways and codes that are known here, the last few; anything else is passed over. */
export function readTried(given: string | undefined): readonly string[] {
  if (!given || given.length > TRIED_LENGTH) return [];
  const words = [...new Set(given.split(','))];
  return [
    ...triedWays.filter((way) => words.includes(way)),
    ...words.filter(hasProblemWords).slice(-TRIED_CODES),
  ];
}

/** What was tried before the last time that this person asked. */
export async function triedOf(
  db: Db,
  { seal }: Pick<Parts, 'seal'>,
  id: string,
): Promise<readonly string[]> {
  const tried = (await lastEventOf(db, seal, id, ['requested', 'requested-again']))?.body['tried'];
  return Array.isArray(tried) ? tried.filter((one) => typeof one === 'string') : [];
}
