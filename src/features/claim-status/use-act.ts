import { useRef, useState } from 'react';
import { api, ApiError, OfflineError } from '#platform/api/client.ts';
import { newId } from '#platform/ids/new-id.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';

export interface Act<T> {
  isBusy: boolean;
  /** Why it did not happen, in the customer's words. */
  error?: string;
  /** @returns what the server answered, or nothing where it did not happen */
  run: (path: string, body?: unknown) => Promise<T | undefined>;
}

/**
 * Something that the customer does to a claim: once, however often the button is pressed and the network breaks. The
 * key stays the same until the server has answered, so that a second try has no second effect.
 */
export function useAct<T = unknown>(): Act<T> {
  const { t } = useWords('status');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const keys = useRef(new Map<string, string>());

  const run = async (path: string, body: unknown = {}): Promise<T | undefined> => {
    const what = `${path} ${JSON.stringify(body)}`;
    const key = keys.current.get(what) ?? newId();
    keys.current.set(what, key);
    setBusy(true);
    setError(undefined);
    try {
      const answer = await api.post<T>(path, body, { idempotencyKey: key });
      keys.current.delete(what);
      // A call that answers nothing has happened too.
      return answer ?? ({} as T);
    } catch (failed) {
      if (failed instanceof ApiError) keys.current.delete(what);
      else if (!(failed instanceof OfflineError)) throw failed;
      setError(
        failed instanceof ApiError
          ? failed.problem.detail
          : t('failed', { hotline: pageFacts().hotline }),
      );
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, run };
}
