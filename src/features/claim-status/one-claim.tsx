import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Claim } from '#domain/api/claim.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { useWords } from '#platform/i18n/words.ts';
import { BigNumber } from '#ui/big-number/big-number.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { Points } from '#ui/points/points.tsx';
import { Appointments } from './appointments.tsx';
import { ClaimLoader, type ShownClaim } from './claim-loader.tsx';
import { ClaimHistory, ClaimSteps } from './claim-steps.tsx';
import { isOpen, useStatusWords } from './claim-words.ts';
import { Clocks } from './clocks.tsx';
import { Decision } from './decision.tsx';
import { draftPath } from './draft-path.ts';
import { Glance } from './glance.tsx';
import { InCharge } from './in-charge.tsx';
import { Keep } from './keep/keep.tsx';
import { News } from './news.tsx';
import { Papers } from './papers.tsx';
import { Payment } from './payment.tsx';
import { Policies } from './policies.tsx';
import { SendPapers } from './send-papers.tsx';
import { TakeBack } from './take-back.tsx';
import { useOpenFoldsOnPaper } from './use-open-folds-on-paper.ts';
import './claim-status.css';
import './print.css';

interface OneClaimProps {
  id: string;
  onGo: (path: string) => void;
  /** What was answered, in words: the app knows the claim's questions. */
  answers?: (claim: Claim) => ReactNode;
}

/** Where one claim stands: in words first, then what is next and what to do, then everything that was promised. */
export function OneClaim({ id, onGo, answers }: OneClaimProps) {
  return (
    <ClaimLoader id={id} path={`/claims/${id}`} isWatched>
      {(shown) => <Shown {...shown} onGo={onGo} answers={answers?.(shown.claim)} />}
    </ClaimLoader>
  );
}

interface ShownProps extends ShownClaim {
  onGo: (path: string) => void;
  answers: ReactNode;
}

/** Where focus goes after the customer did something: what they pressed may be gone. */
function useFocusAfter() {
  const [wish, setWish] = useState<{ id?: string }>();
  const last = useRef(wish);
  useEffect(() => {
    if (!wish || last.current === wish) return;
    last.current = wish;
    const part = wish.id ? document.getElementById(wish.id) : null;
    const target = part ?? document.querySelector<HTMLElement>('[data-page-title]');
    target?.focus({ preventScroll: true });
    if (part) part.scrollIntoView({ block: 'start' });
    else document.documentElement.scrollTop = 0;
  }, [wish]);
  return setWish;
}

function Shown({ claim, isStale, refresh, onGo, answers }: ShownProps) {
  const { t } = useWords('status');
  const words = useStatusWords(claim.flow);
  const focusAfter = useFocusAfter();
  const [told, setTold] = useState('');
  useOpenFoldsOnPaper();
  const isWaiting = isOpen(claim.status);
  /** The server is asked anew, then focus goes to the part that was worked in, or to the title where that part is gone. */
  const done = async (part?: string, text = '') => {
    setTold(text);
    await refresh();
    focusAfter({ id: part });
  };
  return (
    <Page
      title={words.status(claim.status)}
      lead={<Plain text={words.kind(claim.flow)} />}
      back={{ href: '/claims', label: t('list.title') }}
      // Looking again changes the title and must not move anybody.
      focusKey={claim.id}
    >
      <div role="status" className="done-words">
        {told ? (
          <Notice kind="good">
            <Plain text={told} />
          </Notice>
        ) : null}
      </div>
      {isStale ? (
        <Notice kind="info">
          <Plain text={t('stale')} />
        </Notice>
      ) : null}
      {claim.isLate ? (
        <Notice kind="warn" title={t('late.title')}>
          <p>
            <Plain
              text={
                claim.inCharge ? t('late.who', { name: claim.inCharge.name }) : t('late.whoUnknown')
              }
            />
          </p>
          <p>
            <Plain text={t('late.you')} />
          </p>
        </Notice>
      ) : null}
      <Glance claim={claim} />
      {claim.status === 'withdrawn' ? <Withdrawn claim={claim} /> : null}
      {claim.can.sendPapers ? (
        <SendPapers claim={claim} onDone={(text) => done('send-papers', text)} />
      ) : null}
      <Decision claim={claim} onDone={() => done()} />
      <Payment claim={claim} />
      {claim.can.withdraw ? <TakeBack claim={claim} onGo={onGo} onDone={() => done()} /> : null}
      <Appointments claim={claim} onDone={(text) => done('appointments', text)} />
      <section className="stack-close" aria-labelledby="steps">
        <h2 id="steps">{t('steps.heading')}</h2>
        <ClaimSteps steps={claim.steps} />
      </section>
      {claim.inCharge ? <InCharge person={claim.inCharge} /> : null}
      <div className="stack-close">
        <BigNumber label={t('number')} value={numberInGroups(claim.number)} />
        <p className="soft">
          <Plain text={t('numberHelp')} />
        </p>
      </div>
      <section className="stack-close" aria-labelledby="papers">
        <h2 id="papers">{t('papers.heading')}</h2>
        <Papers claim={claim} />
      </section>
      <Clocks claim={claim} />
      {claim.status === 'withdrawn' ? null : <Keep claim={claim} />}
      {isWaiting && claim.laneReasons.length > 0 ? (
        <Fold title={t('lane.heading')}>
          <Points
            items={claim.laneReasons.map((reason) => (
              <Plain key={reason} text={t(`lane.${reason}`)} />
            ))}
          />
        </Fold>
      ) : null}
      {claim.policies.length > 0 ? (
        <Fold title={t('policies.heading')}>
          <Policies policies={claim.policies} />
        </Fold>
      ) : null}
      {answers ? <Fold title={t('answers.heading')}>{answers}</Fold> : null}
      <Fold title={t('timeline.heading')}>
        <ClaimHistory timeline={claim.timeline} />
      </Fold>
      <News claim={claim} />
    </Page>
  );
}

/** Taken back: everything is still there, and one tap goes on with it. */
function Withdrawn({ claim }: { claim: Claim }) {
  const { t } = useWords('status');
  return (
    <div className="stack-close">
      <p>
        <Plain text={t(claim.draftId ? 'withdrawn.text' : 'withdrawn.gone')} />
      </p>
      <LinkButton kind="main" href={claim.draftId ? draftPath(claim.flow) : '/claims/new'}>
        {t(claim.draftId ? 'withdrawn.go' : 'list.start')}
      </LinkButton>
    </div>
  );
}
