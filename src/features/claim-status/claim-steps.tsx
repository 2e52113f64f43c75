import type { Claim } from '#domain/api/claim.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { Tag } from '#ui/tag/tag.tsx';
import { Timeline } from '#ui/timeline/timeline.tsx';

/** The steps of a claim, from sent to paid: what is done, what is being done, what comes and by when (C7). */
export function ClaimSteps({ steps }: Pick<Claim, 'steps'>) {
  const { t } = useWords('status');
  const dates = useDates();
  return (
    <Timeline
      items={steps.map(({ id, state, at, by, isLate }) => {
        const moment = state === 'done' ? at : by;
        return {
          id,
          title: t(`steps.${id}`),
          state,
          stateLabel: t(`steps.state.${state}`),
          ...(moment && {
            at: state === 'done' ? dates.moment(moment) : dates.by(moment),
            dateTime: moment,
          }),
          ...(isLate && { text: <Tag kind="warn">{t('steps.state.late')}</Tag> }),
        };
      })}
    />
  );
}

/** What has happened, as it was written down, the latest first. */
export function ClaimHistory({ timeline }: Pick<Claim, 'timeline'>) {
  const { t } = useWords('status');
  const dates = useDates();
  return (
    <ol className="history">
      {timeline
        .map(({ at, kind }, i) => (
          <li key={i}>
            <time className="soft" dateTime={at}>
              {dates.moment(at)}
            </time>
            <div>
              {t(hasWord('status', `timeline.${kind}`) ? `timeline.${kind}` : 'timeline.other')}
            </div>
          </li>
        ))
        .reverse()}
    </ol>
  );
}
