import type { Claim } from '#domain/api/claim.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { isOpen } from '../claim-words.ts';

/** What stands on the slip (C13): nothing of the person, and nothing of what happened to them. */
export interface SlipText {
  brand: string;
  heading: string;
  rows: readonly { label: string; value: string; isLarge?: boolean }[];
  /** Below the code: what it is for. */
  scan: string;
  notes: readonly string[];
  /** What the code opens: where the claim stands, after sign-in. */
  address: string;
  /** What comes next, in one sentence. */
  next: string;
}

/** The words of the slip, for paper and picture alike. */
export function useSlipText(claim: Claim): SlipText {
  const { t } = useWords('status');
  const { t: common } = useWords('common');
  const dates = useDates();
  const by = dates.by(claim.promiseBy);
  const isWaiting = isOpen(claim.status) && !claim.decision;
  return {
    brand: common('brand'),
    heading: t('slip.heading'),
    rows: [
      { label: t('slip.number'), value: numberInGroups(claim.number), isLarge: true },
      { label: t('slip.date'), value: dates.moment(claim.submittedAt) },
      ...(isWaiting ? [{ label: t('slip.promise'), value: by }] : []),
      { label: t('slip.hotline'), value: pageFacts().hotline, isLarge: true },
    ],
    scan: t('slip.scan'),
    notes: [
      t('slip.counter'),
      ...(claim.can.withdraw
        ? [t('slip.takeBack', { time: dates.moment(claim.withdrawUntil) })]
        : []),
    ],
    address: `${location.origin}/claims/${claim.id}`,
    next: isWaiting ? t('promise', { by }) : '',
  };
}
