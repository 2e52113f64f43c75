import { useCallback } from 'react';
import { useWords } from '../i18n/words.ts';
import { ApiError } from './client.ts';

/** What is said when the server cannot be asked, or says no: words for a `LoadFailed`. */
export interface FailureWords {
  title: string;
  text: string;
  retryLabel: string;
}

/** Tells a missing network from the server's own words, which come in the customer's language already. */
export function useFailureWords(): (error: unknown) => FailureWords {
  const { t } = useWords('common');
  return useCallback(
    (error: unknown) => ({
      title: t('failure.title'),
      text: error instanceof ApiError ? error.problem.detail : t('failure.offline'),
      retryLabel: t('failure.retry'),
    }),
    [t],
  );
}
