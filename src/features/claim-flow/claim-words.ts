import { useDates } from '#platform/i18n/dates.ts';
import { hasWord, useWords, type Language } from '#platform/i18n/words.ts';
import type { Flow } from '#domain/flow/types.ts';

export interface ClaimWords {
  /** A text of this kind of claim, or the one that all kinds share. */
  t: (key: string, options?: Record<string, unknown>) => string;
  has: (key: string) => boolean;
  lng: Language;
  /** A day (`YYYY-MM-DD`) in words. */
  day: (iso: string) => string;
}

/** The words of one kind of claim: its own file first, then what all kinds share (`claims.json`). */
export function useClaimWords(flow: Pick<Flow, 'id'>): ClaimWords {
  const own = `claims/${flow.id}`;
  const { t: ownT, lng } = useWords(own);
  const { t: sharedT } = useWords('claims');
  const { day } = useDates();
  return {
    t: (key, options) => (hasWord(own, key) ? ownT(key, options) : sharedT(key, options)),
    has: (key) => hasWord(own, key) || hasWord('claims', key),
    lng,
    day,
  };
}
