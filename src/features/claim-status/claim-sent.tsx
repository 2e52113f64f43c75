import type { Claim } from '#domain/api/claim.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { BigNumber } from '#ui/big-number/big-number.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Page } from '#ui/page/page.tsx';
import { Picture } from '#ui/picture/picture.tsx';
import { Points } from '#ui/points/points.tsx';
import { ClaimLoader } from './claim-loader.tsx';
import { Keep } from './keep/keep.tsx';
import './claim-status.css';
import './print.css';

/** The end of a claim (F8): the number, what happens next and by when, whom to call, and something to keep. */
export function ClaimSent({ id }: { id: string }) {
  return (
    <ClaimLoader id={id} path={`/claims/${id}/sent`}>
      {({ claim }) => <Shown claim={claim} />}
    </ClaimLoader>
  );
}

function Shown({ claim }: { claim: Claim }) {
  const { t } = useWords('status');
  const dates = useDates();
  const { hotline } = pageFacts();
  const by = dates.by(claim.promiseBy);
  return (
    <Page
      title={t('sent.title')}
      lead={<Plain text={t('sent.lead')} />}
      above={<Picture name="done" isLarge />}
    >
      <BigNumber label={t('number')} value={numberInGroups(claim.number)} />
      <section className="stack-close" aria-labelledby="next">
        <h2 id="next">{t('sent.nextHeading')}</h2>
        <Points
          isNumbered
          items={[
            <Plain key="look" text={t('sent.look')} />,
            <Plain key="result" text={t('promise', { by })} />,
            <Plain key="ask" text={t('sent.ask', { hotline })} />,
          ]}
        />
        {claim.can.withdraw ? (
          <p>
            <Plain text={t('sent.takeBack', { time: dates.time(claim.withdrawUntil) })} />
          </p>
        ) : null}
      </section>
      <div className="button-row only-screen">
        <LinkButton kind="main" href={`/claims/${claim.id}`}>
          {t('sent.progress')}
        </LinkButton>
        <LinkButton href="/">{t('sent.home')}</LinkButton>
      </div>
      <Keep claim={claim} />
    </Page>
  );
}
