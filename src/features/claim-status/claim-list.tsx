import type { ClaimStatus, ClaimSummary } from '#domain/api/claim.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { isSignInNeeded, useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Page } from '#ui/page/page.tsx';
import { StateCard } from '#ui/state-card/state-card.tsx';
import { useStatusWords } from './claim-words.ts';
import { KnownEvents } from './known-events.tsx';
import { OpenDrafts } from './open-drafts.tsx';
import { pictureOf } from './pictures.ts';
import { SignInFirst } from './sign-in-first.tsx';
import './claim-status.css';

const good: readonly ClaimStatus[] = ['approved', 'partly-approved', 'paid'];

/** My claims: what the insurer knows of already, what was begun, what was sent, newest first; with none, how to begin. */
export function ClaimList({ onGo }: { onGo: (path: string) => void }) {
  const { t } = useWords('status');
  const { t: common } = useWords('common');
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
  const isEmpty = claims.length === 0;
  return (
    <Page title={t('list.title')} lead={<Plain text={t(isEmpty ? 'list.empty' : 'list.lead')} />}>
      <KnownEvents onGo={onGo} />
      <OpenDrafts />
      {isEmpty ? (
        <>
          <p>
            <Plain text={t('list.emptyHelp')} />
          </p>
          <LinkButton kind="main" href="/claims/new">
            {t('list.start')}
          </LinkButton>
        </>
      ) : (
        <>
          <SentClaims claims={claims} />
          <LinkButton href="/claims/new">{t('list.another')}</LinkButton>
        </>
      )}
    </Page>
  );
}

function SentClaims({ claims }: { claims: readonly ClaimSummary[] }) {
  const { t } = useWords('status');
  const words = useStatusWords();
  const dates = useDates();
  const newestFirst = [...claims].sort(
    (a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt),
  );
  return (
    <section className="stack-close" aria-labelledby="sent">
      <h2 id="sent">{t('list.sentHeading')}</h2>
      <ul className="job-list">
        {newestFirst.map(({ id, flow, status, isLate, submittedAt, number }) => (
          <li key={id}>
            <StateCard
              href={`/claims/${id}`}
              picture={pictureOf(flow)}
              title={words.kind(flow)}
              state={words.status(status)}
              kind={good.includes(status) ? 'good' : status === 'papers-needed' ? 'warn' : 'plain'}
              alarm={isLate ? t('list.late') : undefined}
              text={t('list.line', {
                number: numberInGroups(number),
                day: dates.day(submittedAt),
              })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
