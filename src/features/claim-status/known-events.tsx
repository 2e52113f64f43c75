import { useState } from 'react';
import type { KnownEvent } from '#domain/api/event.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { useStatusWords } from './claim-words.ts';
import { draftPath } from './draft-path.ts';
import { useAct } from './use-act.ts';

/** What was answered "no" is not asked again: the server keeps it, and until it has, this page does. */
const putOff = new Set<string>();

/** Offers to start the claim for what the insurer knows of: one yes opens a draft, and nothing is sent by it. */
export function KnownEvents({ onGo }: { onGo: (path: string) => void }) {
  const { load } = useLoad<{ events: readonly KnownEvent[] }>('/api/me/events');
  const [later, setLater] = useState<ReadonlySet<string>>(() => new Set(putOff));
  // Without an answer nothing is offered: the page is whole without it.
  if (load.status !== 'ready') return null;
  const events = load.data.events.filter(({ id }) => !later.has(id));
  return (
    <>
      {events.map((event) => (
        <OneEvent
          key={event.id}
          event={event}
          onGo={onGo}
          onLater={() => {
            putOff.add(event.id);
            setLater(new Set(putOff));
          }}
        />
      ))}
    </>
  );
}

interface OneEventProps {
  event: KnownEvent;
  onGo: (path: string) => void;
  onLater: () => void;
}

function OneEvent({ event, onGo, onLater }: OneEventProps) {
  const { t } = useWords('status');
  const { yuan } = useStatusWords();
  const dates = useDates();
  const start = useAct<{ draftId: string; flow: string }>();
  const { id, hospital, day, totalFen } = event;
  const no = useAct();
  const putAside = () => {
    // Without a signal it is asked again on another day: that harms nobody.
    void no.run(`/api/me/events/${encodeURIComponent(id)}/dismiss`);
    onLater();
  };
  const yes = async () => {
    const draft = await start.run(`/api/me/events/${encodeURIComponent(id)}/draft`);
    if (draft) onGo(draftPath(draft.flow));
  };
  return (
    <section className="known-event stack-close" aria-labelledby={`event-${id}`}>
      <h2 id={`event-${id}`}>{t('events.heading')}</h2>
      <div>
        <Plain text={t('events.invoice', { hospital, day: dates.day(day) })} />
      </div>
      {totalFen === undefined ? null : (
        <div className="appointment-when">{t('events.total', { yuan: yuan(totalFen) })}</div>
      )}
      <p>
        <Plain text={t('events.why')} />
      </p>
      {start.error ? (
        <Notice kind="warn" isStatus>
          {start.error}
        </Notice>
      ) : null}
      <div className="claim-acts">
        <Button kind="main" isPending={start.isBusy} onPress={() => void yes()}>
          {t('events.yes')}
        </Button>
        <Button onPress={putAside}>{t('events.no')}</Button>
      </div>
    </section>
  );
}
