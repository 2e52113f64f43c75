import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useStore } from 'zustand';
import { useDisplay } from '#platform/display/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { telHref } from '#platform/page/tel.ts';
import { HelpBar } from '#ui/help-bar/help-bar.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';
import { helpStore, type HelpContext, type HelpState } from './help-store.ts';

function useStatusText(help: HelpState): string {
  const { t } = useWords('common');
  if (help.status === 'idle') return '';
  if (help.status === 'sending') return t('help.connecting');
  if (help.status === 'kept') return t('help.kept', { hotline: pageFacts().hotline });
  if (help.status === 'failed') return t('help.failed', { hotline: pageFacts().hotline });
  const { position, waitSeconds, state, isOpen } = help.request;
  if (state === 'active') return t('help.active');
  // A call at a time that was chosen has no place before it.
  if (position < 1) return t('help.call');
  if (!isOpen) return t('help.acceptedShut', { position });
  if (!waitSeconds) return t('help.accepted', { position });
  const [low, high] = [waitSeconds.low, waitSeconds.high].map((s) =>
    Math.max(1, Math.round(s / 60)),
  );
  return t('help.acceptedWait', { position, low, high });
}

/**
 * The human button and the hotline, on every customer page in one place (H1). The same form works before the
 * app has loaded and without scripts; the page's head script takes the taps in between.
 */
export function HumanHelp({ page, step, flow, draftId }: HelpContext) {
  const { t, lng } = useWords('common');
  const { mode } = useDisplay();
  const help = useStore(helpStore, (s) => s.help);
  const text = useStatusText(help);
  const { hotline } = pageFacts();
  const [tappedOn, setTappedOn] = useState<string>();
  const came = useRef(page);
  useEffect(() => {
    if (window.slHelp && window.slHelp.state !== 'idle') setTappedOn(came.current);
    helpStore.getState().takeOver();
  }, []);
  const isAsked = help.status === 'accepted';
  useEffect(() => {
    if (!isAsked) return undefined;
    // Who asked for nobody brings nothing of it.
    const follows = import('./help-follow.ts').then(({ followHelp }) => followHelp());
    follows.catch(() => undefined);
    return () => void follows.then((stop) => stop()).catch(() => undefined);
  }, [isAsked]);

  // On its own page the conversation says where it stands: said here once more, it would take half of a small screen.
  const own = help.status === 'accepted' && page === `/human/${help.request.conversationId}`;

  const context = { page, step, flow, draftId, mode, lng };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTappedOn(page);
    void helpStore.getState().ask(context);
  };
  return (
    <HelpBar
      label={t('help.heading')}
      action="/api/help-requests"
      fields={Object.entries(context).flatMap(([name, value]) => (value ? [{ name, value }] : []))}
      onSubmit={onSubmit}
      isPending={help.status === 'sending'}
      buttonLabel={t('help.human')}
      hotline={{ href: telHref(hotline), label: t('help.hotlineShort'), number: hotline }}
      status={
        text && !(own && tappedOn !== page) ? (
          <>
            <span>{text}</span>{' '}
            {help.status === 'accepted' && !own && (
              <TextLink href={`/human/${help.request.conversationId}`}>
                {t(help.request.state === 'active' ? 'help.back' : 'help.see')}
              </TextLink>
            )}
          </>
        ) : null
      }
      early={{
        connecting: t('help.connecting'),
        accepted: t('help.accepted', { position: '#' }),
        wait: t('help.acceptedWait', { position: '#', low: '#low', high: '#high' }),
        shut: t('help.acceptedShut', { position: '#' }),
        kept: t('help.kept', { hotline }),
        failed: t('help.failed', { hotline }),
      }}
    />
  );
}
