import { useMemo } from 'react';
import { datesIn, type Dates } from '#domain/time/date-words.ts';
import { useWords } from './words.ts';

/** Every date that people read: China's time, in plain words of the page's language. */
export function useDates(): Dates {
  const { t, lng } = useWords('common');
  return useMemo(() => datesIn(t, lng), [t, lng]);
}
