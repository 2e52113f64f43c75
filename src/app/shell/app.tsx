import { useCallback, useEffect, useRef, useState } from 'react';
import { adoptShownDisplay } from '#platform/display/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { LinkRouter } from '#ui/link-router/link-router.tsx';
import { CustomerShell } from './customer-shell.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { loadPage, type LoadedPage } from './find-page.ts';
import { NotFound, OpenFailed } from './fallback-pages.tsx';

interface AppProps {
  /** The page that the address asks for, loaded before the first render. */
  first: LoadedPage;
}

const pathOf = (href: string) => href.replace(/[?#].*$/, '');

/**
 * The whole page: keeps the present page on screen until the next one is here, then shows that one from its top.
 * A page that cannot be had says so and offers itself again; nothing typed is lost.
 */
export function App({ first }: AppProps) {
  const { t } = useWords('common');
  const [page, setPage] = useState(first);
  const [failed, setFailed] = useState<string>();
  const latest = useRef(first.path);

  const open = useCallback(async (path: string) => {
    latest.current = path;
    setFailed(undefined);
    try {
      const next = await loadPage(path);
      // Somebody who taps twice gets what they tapped last.
      if (latest.current === path) setPage(next);
    } catch {
      if (latest.current === path) setFailed(path);
    }
  }, []);

  const go = useCallback(
    (path: string, { replace = false } = {}) => {
      history[replace ? 'replaceState' : 'pushState'](null, '', path);
      void open(pathOf(path));
    },
    [open],
  );

  useEffect(() => {
    adoptShownDisplay();
    const onBack = () => void open(location.pathname);
    addEventListener('popstate', onBack);
    return () => removeEventListener('popstate', onBack);
  }, [open]);

  useEffect(() => {
    document.title = page.route ? `${t(page.route.titleKey)} · ${t('brand')}` : t('notFound.title');
  }, [page, t]);

  const { Page, route } = page;
  const content = failed ? (
    <OpenFailed onRetry={() => void open(failed)} />
  ) : Page ? (
    <Page key={route?.path} params={page.params} onGo={go} />
  ) : (
    <NotFound />
  );
  const guarded = <ErrorBoundary key={page.path}>{content}</ErrorBoundary>;
  return (
    <LinkRouter navigate={go}>
      {route?.audience === 'staff' ? guarded : <CustomerShell page={page}>{guarded}</CustomerShell>}
    </LinkRouter>
  );
}
