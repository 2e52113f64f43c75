import type { ReactNode } from 'react';
import type { Claim } from '#domain/api/claim.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { useWords } from '#platform/i18n/words.ts';
import { BigNumber } from '#ui/big-number/big-number.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { Points } from '#ui/points/points.tsx';
import { ClaimLoader } from './claim-loader.tsx';
import { ClaimTimeline } from './claim-timeline.tsx';
import { isOpen, useStatusWords } from './claim-words.ts';
import { Papers } from './papers.tsx';

interface OneClaimProps {
  id: string;
  /** What was answered, in words: the app knows the claim's questions. */
  answers?: (claim: Claim) => ReactNode;
}

/** Where one claim stands: in words first, then when one hears from us, the number, the steps, the papers. */
export function OneClaim({ id, answers }: OneClaimProps) {
  return (
    <ClaimLoader id={id} path={`/claims/${id}`}>
      {(claim) => <Shown claim={claim} answers={answers?.(claim)} />}
    </ClaimLoader>
  );
}

function Shown({ claim, answers }: { claim: Claim; answers: ReactNode }) {
  const { t } = useWords('status');
  const words = useStatusWords();
  const promise = words.promise(claim);
  const isLate = isOpen(claim.status) && Date.now() > Date.parse(claim.promiseBy);
  return (
    <Page
      title={words.status(claim.status)}
      lead={<Plain text={words.kind(claim.flow)} />}
      back={{ href: '/claims', label: t('list.title') }}
    >
      {promise ? (
        <Notice kind={isLate ? 'warn' : 'info'}>
          <Plain text={promise} />
        </Notice>
      ) : null}
      {claim.status === 'refused' ? (
        <Notice kind="info">
          <Plain text={t('refusedHelp')} />
        </Notice>
      ) : null}
      <div>
        <BigNumber label={t('number')} value={numberInGroups(claim.number)} />
        <p className="soft">
          <Plain text={t('numberHelp')} />
        </p>
      </div>
      <section className="stack-close" aria-labelledby="steps">
        <h2 id="steps">{t('steps.heading')}</h2>
        <ClaimTimeline claim={claim} />
      </section>
      {isOpen(claim.status) && claim.laneReasons.length > 0 ? (
        <section className="stack-close" aria-labelledby="lane">
          <h2 id="lane">{t('lane.heading')}</h2>
          <Points
            items={claim.laneReasons.map((reason) => (
              <Plain key={reason} text={t(`lane.${reason}`)} />
            ))}
          />
        </section>
      ) : null}
      <section className="stack-close" aria-labelledby="papers">
        <h2 id="papers">{t('papers.heading')}</h2>
        <Papers documents={claim.documents} />
      </section>
      {answers ? (
        <section className="stack-close" aria-labelledby="answers">
          <h2 id="answers">{t('answers.heading')}</h2>
          {answers}
        </section>
      ) : null}
    </Page>
  );
}
