import { useEffect, useState, type ReactElement } from 'react';
import type { Claim } from '#domain/api/claim.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { isNotFound, isSignInNeeded } from '#platform/api/use-load.ts';
import { loadWords, useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Page } from '#ui/page/page.tsx';
import { SignInFirst } from './sign-in-first.tsx';
import { useClaim } from './use-claim.ts';

/** What a page of one claim works with. */
export interface ShownClaim {
  claim: Claim;
  /** The last look at the server failed: this is what it said before. */
  isStale: boolean;
  refresh: () => Promise<void>;
}

interface ClaimLoaderProps {
  id: string;
  /** This page's own path: where signing in returns to. */
  path: string;
  /** The page looks again by itself. */
  isWatched?: boolean;
  children: (shown: ShownClaim) => ReactElement;
}

/** The words that only this kind of claim has: names of its papers, of the policies. Without them there are others. */
function useOwnWords(flow: string | undefined): boolean {
  const { lng } = useWords('status');
  const wanted = flow && `${lng} ${flow}`;
  const [ready, setReady] = useState<string>();
  useEffect(() => {
    if (!flow || !wanted) return undefined;
    let isWanted = true;
    const load = (name: string) => loadWords([name]).catch(() => undefined);
    void Promise.all([load(`claims/${flow}`), load('policies')]).then(
      () => isWanted && setReady(wanted),
    );
    return () => {
      isWanted = false;
    };
  }, [flow, wanted]);
  return ready !== undefined && ready === wanted;
}

/** Brings one claim, or says why it cannot be shown and what to do. */
export function ClaimLoader({ id, path, isWatched, children }: ClaimLoaderProps) {
  const { t } = useWords('status');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const { load, refresh } = useClaim(id, isWatched);
  const hasWords = useOwnWords(load.status === 'ready' ? load.data.flow : undefined);
  if (load.status === 'ready' && hasWords) {
    return children({ claim: load.data, isStale: load.isStale, refresh });
  }
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
      {load.status === 'failed' ? (
        <LoadFailed {...failure(load.error)} onRetry={() => void refresh()} />
      ) : (
        <Loading label={common('opening')} />
      )}
    </Page>
  );
}
