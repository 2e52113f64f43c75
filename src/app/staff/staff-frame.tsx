import { useCallback, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StaffMember } from '#domain/api/staff.ts';
import { keptStaffCall } from '#features/call/kept-staff-call.ts';
import { api } from '#platform/api/client.ts';
import { useLoad, useSignedOut } from '#platform/api/use-load.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';
import './staff-frame.css';

type Go = (path: string, options?: { replace?: boolean }) => void;

/** Goes to the staff's sign-in and comes back to the present page. */
export function useToSignIn(onGo: Go): () => void {
  return useCallback(() => {
    // Frame and page both hear of it: whoever is second would ask to come back to the sign-in page.
    if (location.pathname === '/staff') return;
    onGo(`/staff?next=${encodeURIComponent(location.pathname)}`, { replace: true });
  }, [onGo]);
}

interface StaffFrameProps {
  /** The page that is open, for the menu; none on the sign-in page. */
  current?: '/staff/queue' | '/staff/claims' | '/staff/tasks' | '/staff/links';
  onGo: Go;
  children: ReactNode;
}

/** What every staff page has around it: the menu, who is signed in, the way out. */
export function StaffFrame({ current, onGo, children }: StaffFrameProps) {
  const { t } = useWords('staff');
  const { t: common } = useWords('common');
  return (
    <div className="staff">
      <a className="layout-skip" href="#main">
        {common('skip')}
      </a>
      <header className="staff-header">
        <p className="staff-brand">{t('brand')}</p>
        {current ? (
          <>
            <nav aria-label={t('nav.label')} className="staff-nav">
              <TextLink href="/staff/queue" isCurrent={current === '/staff/queue'}>
                {t('nav.queue')}
              </TextLink>
              <TextLink href="/staff/claims" isCurrent={current === '/staff/claims'}>
                {t('nav.claims')}
              </TextLink>
              <TextLink href="/staff/tasks" isCurrent={current === '/staff/tasks'}>
                {t('nav.tasks')}
              </TextLink>
              <TextLink href="/staff/links" isCurrent={current === '/staff/links'}>
                {t('nav.links')}
              </TextLink>
            </nav>
            <Me onGo={onGo} />
          </>
        ) : null}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={current ? 'staff-main' : 'staff-main staff-main-narrow'}
      >
        <CallGoingOn />
        {children}
      </main>
    </div>
  );
}

/** A call that goes on while another page of the desk is looked at. */
function CallGoingOn() {
  const { away, Bar } = useStore(keptStaffCall);
  return away && Bar ? <Bar /> : null;
}

function Me({ onGo }: { onGo: Go }) {
  const { t } = useWords('staff');
  const toSignIn = useToSignIn(onGo);
  const { load } = useLoad<StaffMember>('/api/staff/me');
  const [hasFailed, setFailed] = useState(false);
  useSignedOut(load, toSignIn);
  const signOut = async () => {
    try {
      // Whoever goes is not heard any longer, and the other side is told while that may still be said.
      keptStaffCall.getState().away?.end();
      await api.delete('/api/staff/sessions');
      onGo('/staff');
    } catch {
      // Still signed in as far as anybody knows: say so rather than leave an open desk behind.
      setFailed(true);
    }
  };
  return (
    <>
      <div className="staff-me">
        {load.status === 'ready' ? (
          <span className="staff-name">
            {load.data.displayName} · {t(`role.${load.data.role}`)}
          </span>
        ) : null}
        <Button onPress={() => void signOut()}>{t('nav.signOut')}</Button>
      </div>
      <div role="status">
        {hasFailed ? <Notice kind="warn">{t('nav.signOutFailed')}</Notice> : null}
      </div>
    </>
  );
}
