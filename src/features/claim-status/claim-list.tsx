import type { ClaimSummary } from '#domain/api/claim.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { isSignInNeeded, useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { JobCard } from '#ui/job-card/job-card.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Page } from '#ui/page/page.tsx';
import type { PictureName } from '#ui/picture/picture.tsx';
import { useStatusWords } from './claim-words.ts';
import { SignInFirst } from './sign-in-first.tsx';

const pictures: Readonly<Record<string, PictureName>> = {
  hospital: 'hospital',
  outpatient: 'clinic',
};

/** My claims, newest first; with none, the one obvious next thing. */
export function ClaimList() {
  const { t } = useWords('status');
  const { t: common } = useWords('common');
  const words = useStatusWords();
  const dates = useDates();
  const failure = useFailureWords();
  const { load, reload } = useLoad<{ claims: readonly ClaimSummary[] }>('/api/claims');

  if (isSignInNeeded(load)) return <SignInFirst next="/claims" />;
  if (load.status !== 'ready') {
    return (
      <Page title={t('list.title')}>
        {load.status === 'loading' ? (
          <Loading label={common('opening')} />
        ) : (
          <LoadFailed {...failure(load.error)} onRetry={reload} />
        )}
      </Page>
    );
  }
  const { claims } = load.data;
  if (claims.length === 0) {
    return (
      <Page title={t('list.title')} lead={<Plain text={t('list.empty')} />}>
        <p>
          <Plain text={t('list.emptyHelp')} />
        </p>
        <LinkButton kind="main" href="/claims/new">
          {t('list.start')}
        </LinkButton>
      </Page>
    );
  }
  const newestFirst = [...claims].sort(
    (a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt),
  );
  return (
    <Page title={t('list.title')} lead={<Plain text={t('list.lead')} />}>
      <ul className="job-list">
        {newestFirst.map((claim) => (
          <li key={claim.id}>
            <JobCard
              href={`/claims/${claim.id}`}
              picture={pictures[claim.flow] ?? 'receipt'}
              title={words.kind(claim.flow)}
              text={t('list.line', {
                status: words.status(claim.status),
                number: numberInGroups(claim.number),
                day: dates.day(claim.submittedAt),
              })}
            />
          </li>
        ))}
      </ul>
      <LinkButton href="/claims/new">{t('list.another')}</LinkButton>
    </Page>
  );
}
