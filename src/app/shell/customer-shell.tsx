import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { ModeSwitch } from '#features/display-mode/mode-switch.tsx';
import { HumanHelp } from '#features/handoff/human-help.tsx';
import { ReadAloud } from '#features/reading/read-aloud.tsx';
import { useWords } from '#platform/i18n/words.ts';
import { Layout } from '#ui/layout/layout.tsx';
import { SiteHeader } from '#ui/site-header/site-header.tsx';
import { helpContextStore } from './help-context.ts';
import './customer-shell.css';
import type { LoadedPage } from './find-page.ts';

interface CustomerShellProps {
  page: Pick<LoadedPage, 'path' | 'params'>;
  children: ReactNode;
}

/** What every customer page has around it, in the same order everywhere: the way home, the page, a person (W-3.2.6). */
export function CustomerShell({ page, children }: CustomerShellProps) {
  const { t } = useWords('common');
  const { draftId, Top, CallBar } = useStore(helpContextStore);
  return (
    <Layout
      skipLabel={t('skip')}
      header={
        <SiteHeader brand={t('brand')} homeHref="/" homeLabel={`${t('brand')} · ${t('homeLink')}`}>
          <ReadAloud path={page.path} />
          {/* In sight on the home page without scrolling (M-3.1b); everywhere else it stands in the settings. */}
          {page.path === '/' ? <ModeSwitch /> : null}
        </SiteHeader>
      }
      help={
        <HumanHelp
          page={page.path}
          step={page.params.step}
          flow={page.params.flow}
          draftId={draftId}
        />
      }
    >
      {CallBar && <CallBar />}
      {Top && <Top path={page.path} />}
      {children}
      {/* Shown by the style sheet in demo and test mode only: a page is made before it is known where it runs. */}
      <p className="demo-note">{t('demo')}</p>
    </Layout>
  );
}
