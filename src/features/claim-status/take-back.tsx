import { useEffect, useRef, useState } from 'react';
import type { Claim } from '#domain/api/claim.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { draftPath } from './draft-path.ts';
import { useAct } from './use-act.ts';

interface TakeBackProps {
  claim: Claim;
  onGo: (path: string) => void;
  /** Something was done: the claim is to be looked at anew. */
  onDone: () => Promise<void>;
}

/**
 * Ten minutes to take it back (M-2.6.1), told as a time of day and never counted down. Going on at once is asked in
 * plain words and takes one more yes, in the page.
 */
export function TakeBack({ claim, onGo, onDone }: TakeBackProps) {
  const { t } = useWords('status');
  const dates = useDates();
  const withdraw = useAct<{ draftId?: string }>();
  const proceed = useAct();
  const [isAsking, setAsking] = useState(false);
  const path = `/api/claims/${claim.id}`;
  const time = dates.time(claim.withdrawUntil);

  const takeBack = async ({ thenChange }: { thenChange: boolean }) => {
    const done = await withdraw.run(`${path}/withdraw`);
    if (!done) return;
    if (thenChange) onGo(draftPath(claim.flow));
    else await onDone();
  };
  const goOn = async () => {
    if (await proceed.run(`${path}/proceed`)) await onDone();
  };
  const error = withdraw.error ?? proceed.error;

  return (
    <section className="stack-close take-back" aria-labelledby="take-back">
      <h2 id="take-back">{t('takeBack.heading')}</h2>
      <p>
        <Plain text={t('takeBack.until', { time })} />
      </p>
      {error ? (
        <Notice kind="warn" isStatus>
          <Plain text={error} />
        </Notice>
      ) : null}
      <div className="claim-acts">
        <Button
          icon={<Icon name="edit" />}
          isPending={withdraw.isBusy}
          onPress={() => void takeBack({ thenChange: true })}
        >
          {t('takeBack.change')}
        </Button>
        <Button
          icon={<Icon name="back" />}
          isPending={withdraw.isBusy}
          onPress={() => void takeBack({ thenChange: false })}
        >
          {t('takeBack.withdraw')}
        </Button>
        {claim.can.proceed && !isAsking ? (
          <Button icon={<Icon name="forward" />} onPress={() => setAsking(true)}>
            {t('takeBack.proceed')}
          </Button>
        ) : null}
      </div>
      {claim.can.proceed && isAsking ? (
        <AskOnce isBusy={proceed.isBusy} onYes={() => void goOn()} onNo={() => setAsking(false)} />
      ) : null}
    </section>
  );
}

interface AskOnceProps {
  isBusy: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** One more yes, where the finger is: what cannot be undone is said before, in the page and not over it. */
function AskOnce({ isBusy, onYes, onNo }: AskOnceProps) {
  const { t } = useWords('status');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="ask-once" role="group" aria-labelledby="ask-once">
      <h3 id="ask-once" ref={heading} tabIndex={-1}>
        {t('takeBack.proceedTitle')}
      </h3>
      <p>
        <Plain text={t('takeBack.proceedText')} />
      </p>
      <div className="claim-acts">
        <Button kind="main" isPending={isBusy} onPress={onYes}>
          {t('takeBack.proceedYes')}
        </Button>
        <Button onPress={onNo}>{t('takeBack.proceedNo')}</Button>
      </div>
    </div>
  );
}
