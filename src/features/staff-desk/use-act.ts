import { useRef, useState } from 'react';
import { api, ApiError } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';

export interface Act {
  isBusy: boolean;
  /** What went wrong last, in words. */
  error?: string;
  /**
   * A second press while the first is under way does nothing: no try is counted and no note kept twice.
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
  return {
    isBusy,
    error,
    post: async <T>(path: string, body: unknown = {}) => {
      if (isUnderWay.current) return undefined;
      isUnderWay.current = true;
      setBusy(true);
      setError(undefined);
      try {
        return { answer: await api.post<T | undefined>(path, body) };
      } catch (failed) {
        setError(failed instanceof ApiError ? failed.problem.detail : t('offline'));
        return undefined;
      } finally {
        isUnderWay.current = false;
        setBusy(false);
      }
    },
  };
}
