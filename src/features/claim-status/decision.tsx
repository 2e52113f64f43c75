import type { Claim } from '#domain/api/claim.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Amount } from './amount.tsx';
import { useAct } from './use-act.ts';

interface DecisionProps {
  claim: Claim;
  onDone: () => Promise<void>;
}

/**
 * What was decided and why (C10): the amount in figures and words; where less or nothing is paid, the plain words of the
 * person who decided it, the clause, and one tap to a look by another person.
 */
export function Decision({ claim, onDone }: DecisionProps) {
  const { t } = useWords('status');
  const dates = useDates();
  const { decision } = claim;
  if (!decision) return null;
  const { outcome, amountFen, clause, words, decidedBy, decidedAt } = decision;
  const isLess = outcome !== 'approved';
  return (
    <section className="stack-close" aria-labelledby="decision">
      <h2 id="decision">{t('decision.heading')}</h2>
      {amountFen !== undefined && outcome !== 'refused' ? (
        <Amount label={t('decision.amount')} fen={amountFen} />
      ) : null}
      {isLess ? (
        <>
          <p>
            <Plain text={t(outcome === 'refused' ? 'decision.refused' : 'decision.partly')} />
          </p>
          {words ? (
            <div className="decision-words">
              <h3>{t('decision.why')}</h3>
              <p>
                <Plain text={words} />
              </p>
            </div>
          ) : null}
          {clause ? (
            <div className="decision-words">
              <h3>{t('decision.clause')}</h3>
              <p>
                <Plain text={clause} />
              </p>
            </div>
          ) : null}
          <p className="soft only-screen">
            <Plain text={t('decision.listen')} />
          </p>
        </>
      ) : null}
      <p className="soft">
        <Plain
          text={
            decidedBy.kind === 'machine'
              ? t('decision.machine')
              : t('decision.person', { name: decidedBy.name, day: dates.day(decidedAt) })
          }
        />
      </p>
      {claim.can.askReview ? <AskReview claim={claim} onDone={onDone} /> : null}
      {claim.status === 'reopened' ? (
        <Notice kind="info">
          <Plain text={t('decision.reviewing')} />
        </Notice>
      ) : null}
    </section>
  );
}

function AskReview({ claim, onDone }: DecisionProps) {
  const { t } = useWords('status');
  const review = useAct();
  const ask = async () => {
    if (await review.run(`/api/claims/${claim.id}/review`)) await onDone();
  };
  return (
    <div className="stack-close ask-review only-screen">
      <h3>{t('decision.reviewHeading')}</h3>
      <p>
        <Plain text={t('decision.reviewText')} />
      </p>
      {review.error ? (
        <Notice kind="warn" isStatus>
          <Plain text={review.error} />
        </Notice>
      ) : null}
      <Button
        kind="main"
        icon={<Icon name="person" />}
        isPending={review.isBusy}
        onPress={() => void ask()}
      >
        {t('decision.review')}
      </Button>
    </div>
  );
}
