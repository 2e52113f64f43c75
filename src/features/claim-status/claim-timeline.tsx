import type { Claim } from '#domain/api/claim.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { Timeline, type TimelineItem } from '#ui/timeline/timeline.tsx';
import { isOpen } from './claim-words.ts';

type Told = Pick<Claim, 'timeline' | 'status' | 'promiseBy'>;

/** What has happened, then what is being done and what is promised: a page of past alone leaves one guessing. */
export function ClaimTimeline({ claim }: { claim: Told }) {
  const { t } = useWords('status');
  const dates = useDates();
  const past: TimelineItem[] = claim.timeline.map(({ at, kind }, i) => ({
    id: `${i}-${kind}`,
    title: t(hasWord('status', `timeline.${kind}`) ? `timeline.${kind}` : 'timeline.other'),
    at: dates.moment(at),
    dateTime: at,
    state: 'done',
    stateLabel: t('steps.done'),
  }));
  const ahead: TimelineItem[] = isOpen(claim.status)
    ? [
        { id: 'work', title: t('steps.work'), state: 'now', stateLabel: t('steps.now') },
        {
          id: 'result',
          title: t('steps.result'),
          at: dates.by(claim.promiseBy),
          dateTime: claim.promiseBy,
          state: 'next',
          stateLabel: t('steps.next'),
        },
      ]
    : [];
  return <Timeline items={[...past, ...ahead]} />;
}
