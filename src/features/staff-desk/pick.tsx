import { useState } from 'react';
import type { QueueRow } from '#domain/api/staff-queue.ts';
import { takeReasons, type TakeReason } from '#domain/handoff/take-reasons.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { useFocusKept } from './use-focus-kept.ts';

interface PickProps {
  request: QueueRow;
  /** Whoever is next is taken at once; for all others somebody is overtaken, and the reason is kept. */
  isNext: boolean;
  onTake: (conversationId: string, reason?: TakeReason) => void;
}

/** Takes this one of those who wait. */
export function Pick({ request, isNext, onTake }: PickProps) {
  const { t } = useWords('staff-desk');
  const [isAsking, setAsking] = useState(false);
  const place = useFocusKept<HTMLDivElement>(isAsking);
  const { conversationId, customerName = t('anonymous') } = request;
  return (
    <div ref={place} tabIndex={-1}>
      {isAsking ? (
        <div role="group" aria-label={t('pick.title')} className="agent-pick">
          <p>{t('pick.title')}</p>
          {takeReasons.map((reason) => (
            <Button
              key={reason}
              onPress={() => {
                setAsking(false);
                onTake(conversationId, reason);
              }}
            >
              {t(`pick.${reason}`)}
            </Button>
          ))}
          <Button onPress={() => setAsking(false)}>{t('pick.cancel')}</Button>
        </div>
      ) : (
        <Button onPress={() => (isNext ? onTake(conversationId) : setAsking(true))}>
          {t('waiting.take')} <span className="only-heard">{customerName}</span>
        </Button>
      )}
    </div>
  );
}
