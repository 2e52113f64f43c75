import { useRef, useState } from 'react';
import { api, ApiError } from '#platform/api/client.ts';
import { newId } from '#platform/ids/new-id.ts';
import { useWords } from '#platform/i18n/words.ts';

export interface Act {
  isBusy: boolean;
  /** What went wrong last, in words. */
  error?: string;
  /**
   * A second press while the first is under way does nothing, and one after an answer that was lost has the same key: no
   * try is counted and no note kept twice.
   * @returns what the server said, or undefined where it failed (then `error` says why)
   */
  post: <T>(path: string, body?: unknown) => Promise<{ answer: T | undefined } | undefined>;
}

/** Something that staff do with one press: under way, failed with words, done. */
export function useAct(): Act {
  const { t } = useWords('staff-desk');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const isUnderWay = useRef(false);
  const unheard = useRef<{ about: string; key: string }>(undefined);
  return {
    isBusy,
    error,
    post: async <T>(path: string, body: unknown = {}) => {
      if (isUnderWay.current) return undefined;
      isUnderWay.current = true;
      setBusy(true);
      setError(undefined);
      const about = `${path} ${JSON.stringify(body)}`;
      // The same again after an answer that was lost is the same deed; anything else is another.
      if (unheard.current?.about !== about) unheard.current = { about, key: newId() };
      const { key: idempotencyKey } = unheard.current;
      try {
        const answer = await api.post<T | undefined>(path, body, { idempotencyKey });
        unheard.current = undefined;
        return { answer };
      } catch (failed) {
        if (failed instanceof ApiError) unheard.current = undefined;
        setError(failed instanceof ApiError ? failed.problem.detail : t('offline'));
        return undefined;
      } finally {
        isUnderWay.current = false;
        setBusy(false);
      }
    },
  };
}
