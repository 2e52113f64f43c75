import { useState } from 'react';
import type { ConversationContext } from '#domain/api/staff-queue.ts';
import { callbackOutcomes } from '#domain/handoff/events.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';
import { useAct } from './use-act.ts';

interface CallBackProps {
  callback: NonNullable<ConversationContext['callback']>;
  isMine: boolean;
  onChanged: () => void;
}

/** A customer to be called: the number for a reason that is kept, and how it went. Three tries, then a supervisor decides. */
export function CallBack({ callback, isMine, onChanged }: CallBackProps) {
  const { t } = useWords('staff-desk');
  const dates = useDates();
  const act = useAct();
  const [phone, setPhone] = useState<string>();
  const path = `/api/staff/callbacks/${callback.id}`;
  const show = async () => {
    const done = await act.post<{ phone: string }>(`${path}/phone`, { reason: 'callback' });
    setPhone(done?.answer?.phone);
  };
  const note = async (outcome: (typeof callbackOutcomes)[number]) => {
    if (await act.post(`${path}/tries`, { outcome })) onChanged();
  };
  return (
    <section className="agent-callback" aria-labelledby="callback">
      <h3 id="callback">{t('callback.title')}</h3>
      <p>
        {callback.at ? dates.moment(callback.at) : t('callback.soon')} · {callback.maskedPhone}
      </p>
      <p>{t('callback.tries', { count: callback.tries, most: handoffLimits.callbackTries })}</p>
      {phone ? (
        <p className="agent-phone">
          <TextLink href={`tel:${phone}`}>{phone}</TextLink>
        </p>
      ) : null}
      {isMine && callback.state === 'waiting' ? (
        <div className="agent-buttons">
          {phone ? null : (
            <Button isPending={act.isBusy} onPress={() => void show()}>
              {t('callback.show')}
            </Button>
          )}
          {callbackOutcomes.map((outcome) => (
            <Button key={outcome} onPress={() => void note(outcome)}>
              {t(`outcome.${outcome}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {act.error ? <Notice kind="warn">{act.error}</Notice> : null}
    </section>
  );
}
