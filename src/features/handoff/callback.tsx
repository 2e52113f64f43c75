import { useEffect, useRef } from 'react';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { LatePart } from './late-part.tsx';
import { useCallbackCard, type CallbackCard } from './use-callback-card.ts';
import { usePart } from './use-part.ts';
import './conversation.css';

const loadForm = () => import('./callback-form.tsx').then((m) => m.CallbackForm);

interface CallbackProps {
  card: CallbackCard;
  /** Why it is the better offer now; without it the button alone stands there. */
  why?: 'wait' | 'shut';
  /** A button elsewhere on the page asks for it: here is only what came of that. */
  isAskedElsewhere?: boolean;
}

/** A call-back: asked for, shown, changed and taken back. It is in the same queue, and outlives page and phone. */
export function Callback({ card, why, isAskedElsewhere = false }: CallbackProps) {
  const { t } = useWords('conversation');
  const dates = useDates();
  const { place, isForm, needsPhone, failed, isPending } = card;
  const form = usePart(loadForm, isForm);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // It opens by the person's own tap, perhaps further down than they look.
    if (isForm) heading.current?.focus();
  }, [isForm]);

  if (isForm)
    return (
      <section className="call-card" aria-label={t('call.title')}>
        <h2 ref={heading} tabIndex={-1}>
          {t('call.title')}
        </h2>
        <LatePart
          from={form}
          key={String(needsPhone)}
          maskedPhone={place?.maskedPhone}
          at={place?.at}
          needsPhone={needsPhone}
          onAsk={card.ask}
          onBack={card.closeForm}
        />
      </section>
    );
  if (place)
    return (
      <section className="call-card" aria-label={t('call.title')}>
        <h2>{t('call.asked')}</h2>
        <div role="status" className="stack-close">
          <p>
            {place.at
              ? t('call.askedAt', { time: dates.moment(place.at), phone: place.maskedPhone })
              : t('call.askedNow', { phone: place.maskedPhone })}
          </p>
          {place.state === 'left' ? (
            <p>{t('call.left')}</p>
          ) : place.tries > 0 ? (
            <p>{t('call.tried', { count: place.tries })}</p>
          ) : null}
          {place.position > 0 ? <p>{t('call.askedPlace', { position: place.position })}</p> : null}
        </div>
        <p>{t('call.place')}</p>
        <p className="soft">{t('call.sms')}</p>
        {failed ? (
          <Notice kind="warn" isStatus>
            {failed}
          </Notice>
        ) : null}
        <Button isWide icon={<Icon name="edit" />} onPress={card.openForm}>
          {t('call.change')}
        </Button>
        <Button
          isWide
          icon={<Icon name="close" />}
          isPending={isPending}
          onPress={() => void card.cancel()}
        >
          {t('call.cancel')}
        </Button>
      </section>
    );
  if (isAskedElsewhere) return null;
  return (
    <section className={why ? 'call-card' : undefined} aria-label={t('call.title')}>
      {why ? (
        <>
          <p>{t(why === 'shut' ? 'call.offerShut' : 'call.offerWait')}</p>
          <p className="soft">{t('call.place')}</p>
        </>
      ) : null}
      <Button isWide icon={<Icon name="phone" />} onPress={card.openForm}>
        {t('call.title')}
      </Button>
    </section>
  );
}

/** The same on a page without a conversation. */
export function CallbackAlone() {
  return <Callback card={useCallbackCard()} />;
}
