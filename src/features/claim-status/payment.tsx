import type { Claim } from '#domain/api/claim.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Points } from '#ui/points/points.tsx';
import { Amount } from './amount.tsx';

/** Where the money is: on its way, held until we have called (P4), or paid. */
export function Payment({ claim }: { claim: Claim }) {
  const { t } = useWords('status');
  const dates = useDates();
  const { payment, decision } = claim;
  if (!payment) return null;
  const { method, amountFen, state, paidAt, heldUntil } = payment;
  const isReady = state === 'waiting' && claim.timeline.some(({ kind }) => kind === 'pay-ready');
  const methodKey = `payment.methods.${method}`;
  return (
    <section className="stack-close" aria-labelledby="payment">
      <h2 id="payment">{t('payment.heading')}</h2>
      <Amount
        label={t(hasWord('status', methodKey) ? methodKey : 'payment.methods.other')}
        fen={amountFen}
      />
      {isReady ? (
        <Notice kind="good">
          <Plain text={t('payment.ready')} />
        </Notice>
      ) : null}
      {state === 'waiting' && !isReady ? (
        <p>
          <Plain text={t('payment.waiting')} />{' '}
          {decision?.payBy ? (
            <Plain text={t('payment.waitingBy', { by: dates.by(decision.payBy) })} />
          ) : null}
        </p>
      ) : null}
      {state === 'held' ? (
        <Notice kind="info" title={t('payment.held')}>
          <Points
            items={[
              <Plain key="why" text={t('payment.heldWhy')} />,
              <Plain key="call" text={t('payment.heldCall')} />,
              ...(heldUntil
                ? [
                    <Plain
                      key="until"
                      text={t('payment.heldUntil', { at: dates.moment(heldUntil) })}
                    />,
                  ]
                : []),
            ]}
          />
        </Notice>
      ) : null}
      {state === 'paid' ? (
        <Notice kind="good">
          <p>
            <Plain text={t('payment.paid', { at: dates.moment(paidAt ?? claim.submittedAt) })} />
          </p>
          <p>
            <Plain text={t('payment.missing', { hotline: pageFacts().hotline })} />
          </p>
        </Notice>
      ) : null}
    </section>
  );
}
