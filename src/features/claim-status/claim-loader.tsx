import type { ReactElement } from 'react';
import type { Claim } from '#domain/api/claim.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { isNotFound, isSignInNeeded, useLoad } from '#platform/api/use-load.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Page } from '#ui/page/page.tsx';
import { SignInFirst } from './sign-in-first.tsx';

interface ClaimLoaderProps {
  id: string;
  /** This page's own path: where signing in returns to. */
  path: string;
  children: (claim: Claim) => ReactElement;
}

/** Brings one claim, or says why it cannot be shown and what to do. */
export function ClaimLoader({ id, path, children }: ClaimLoaderProps) {
  const { t } = useWords('status');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const { load, reload } = useLoad<Claim>(`/api/claims/${encodeURIComponent(id)}`);
  if (load.status === 'ready') return children(load.data);
  if (isSignInNeeded(load)) return <SignInFirst next={path} />;
  if (isNotFound(load)) {
    return (
      <Page title={t('gone.title')} lead={<Plain text={t('gone.text')} />}>
        <LinkButton kind="main" href="/claims">
          {t('gone.back')}
        </LinkButton>
      </Page>
    );
  }
  return (
    <Page title={common('pages.claim')} back={{ href: '/claims', label: t('list.title') }}>
      {load.status === 'loading' ? (
        <Loading label={common('opening')} />
      ) : (
        <LoadFailed {...failure(load.error)} onRetry={reload} />
      )}
    </Page>
  );
}
