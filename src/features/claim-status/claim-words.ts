import type { ClaimStatus, ClaimSummary } from '#domain/api/claim.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { useDates } from '#platform/i18n/dates.ts';

type Promised = Pick<ClaimSummary, 'status' | 'promiseBy'>;

const open: readonly ClaimStatus[] = ['received', 'in-review'];

/** Whether the customer still waits for a decision. */
export function isOpen(status: ClaimStatus): boolean {
  return open.includes(status);
}

export interface StatusWords {
  /** 住院理赔 */
  kind: (flow: string) => string;
  status: (status: ClaimStatus) => string;
  /** What is promised while it is open; that we are late when we are; nothing once it is decided. */
  promise: (claim: Promised, now?: number) => string | undefined;
  paper: (kind: string) => string;
}

/** Words for where a claim stands. What a later server says and this page does not know has words too. */
export function useStatusWords(): StatusWords {
  const { t } = useWords('status');
  const { t: claims } = useWords('claims');
  const dates = useDates();
  return {
    kind: (flow) =>
      claims(hasWord('claims', `kinds.${flow}.name`) ? `kinds.${flow}.name` : 'choose.start'),
    status: (status) =>
      t(hasWord('status', `status.${status}`) ? `status.${status}` : 'status.other'),
    promise: ({ status, promiseBy }, now = Date.now()) => {
      if (!isOpen(status)) return undefined;
      return now > Date.parse(promiseBy) ? t('late') : t('promise', { by: dates.by(promiseBy) });
    },
    paper: (kind) => {
      if (hasWord('status', `papers.kinds.${kind}`)) return t(`papers.kinds.${kind}`);
      return hasWord('claims', `fields.${kind}.short`)
        ? claims(`fields.${kind}.short`)
        : t('papers.other');
    },
  };
}
