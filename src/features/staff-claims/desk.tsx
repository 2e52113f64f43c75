import type { ReactNode } from 'react';
import type { StaffClaim } from '#domain/api/staff.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { SummaryList, type SummaryRow } from '#ui/summary-list/summary-list.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { AskPapersForm } from './ask-papers-form.tsx';
import { DecideForm } from './decide-form.tsx';
import { PayoutCallForm } from './payout-call-form.tsx';
import { useStaffWords } from './staff-words.ts';
import { useDeskAct } from './use-desk-act.ts';
import './desk.css';

interface DeskProps {
  claim: StaffClaim;
  onDone: (claim: StaffClaim) => void;
}

/** What there is to do with a claim, by this member, now. What they may not do is not there. */
export function Desk({ claim, onDone }: DeskProps) {
  const { t } = useWords('staff');
  const words = useStaffWords();
  // Each has its own: an error stands with what caused it.
  const decide = useDeskAct(claim.id, onDone);
  const ask = useDeskAct(claim.id, onDone);
  const call = useDeskAct(claim.id, onDone);
  const small = useDeskAct(claim.id, onDone);
  const { may, isForAnother } = claim.desk;
  const missing = (claim.neededPapers ?? []).filter(({ isHere }) => !isHere);
  const isIdle = !may.decide && !may.callPayee && !may.payOut && !may.takePapers;
  return (
    <section className="stack" aria-labelledby="work">
      <h2 id="work">{t('desk.work')}</h2>
      {isForAnother ? <Notice kind="info">{t('desk.forAnother')}</Notice> : null}
      {isIdle && !isForAnother ? <p>{t('desk.nothing')}</p> : null}
      <div role="alert">{small.error ? <Notice kind="warn">{small.error}</Notice> : null}</div>
      {may.takeCharge ? (
        <div>
          <Button isPending={small.isBusy} onPress={() => void small.run('in-charge')}>
            {t(small.isBusy ? 'desk.taking' : 'desk.take')}
          </Button>
        </div>
      ) : null}
      {may.callPayee ? (
        <Part id="desk-part-call" title={t('desk.call')}>
          <PayoutCallForm act={call} />
        </Part>
      ) : null}
      {may.payOut ? (
        <Part id="desk-part-pay" title={t('desk.payOut')}>
          <p>{t('desk.payOutLead', { yuan: words.yuan(claim.payment?.amountFen ?? 0) })}</p>
          <Button isPending={small.isBusy} onPress={() => void small.run('paid-out')}>
            {t('desk.payOutGo')}
          </Button>
        </Part>
      ) : null}
      {may.takePapers && missing.length > 0 ? (
        <Part id="desk-part-here" title={t('desk.here')}>
          <div className="desk-buttons">
            {missing.map(({ field }) => (
              <Button
                key={field}
                isPending={small.isBusy}
                onPress={() => void small.run('papers-here', { fields: [field] })}
              >
                {t('desk.hereGo', { paper: words.paper(field) })}
              </Button>
            ))}
          </div>
        </Part>
      ) : null}
      {may.decide ? (
        <Part id="desk-part-decide" title={t('desk.decide')}>
          <DecideForm claim={claim} act={decide} />
        </Part>
      ) : null}
      {may.askPapers ? (
        <Part id="desk-part-ask" title={t('desk.ask')}>
          <AskPapersForm claim={claim} act={ask} />
        </Part>
      ) : null}
    </section>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="desk-part stack" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** What was judged, decided, asked for and paid so far. */
export function DeskFacts({ claim }: { claim: StaffClaim }) {
  const { t } = useWords('staff');
  const words = useStaffWords();
  const dates = useDates();
  const { desk, payment } = claim;
  const yuan = (fen: number) => t('desk.yuan', { yuan: words.yuan(fen) });
  const money = (label: string, fen: number | undefined): SummaryRow[] =>
    fen === undefined ? [] : [{ label, value: yuan(fen) }];
  const lines = (label: string, all: readonly string[]): SummaryRow[] =>
    all.length === 0 ? [] : [{ label, value: <Lines of={all} /> }];
  const methodKey = `desk.methods.${payment?.method ?? 'other'}`;
  return (
    <SummaryList
      rows={[
        ...(claim.inCharge ? [{ label: t('desk.inCharge'), value: claim.inCharge.name }] : []),
        ...(desk.alerts.length > 0
          ? [
              {
                label: t('desk.alerts'),
                value: (
                  <span className="desk-tags">
                    {desk.alerts.map(({ kind }) => (
                      <Tag key={kind} kind={kind.endsWith('-late') ? 'wrong' : 'warn'}>
                        {words.of('alert', kind)}
                      </Tag>
                    ))}
                  </span>
                ),
              },
            ]
          : []),
        ...(desk.assessment
          ? lines(t('assess.heading'), [
              words.of('assess', desk.assessment.outcome),
              ...desk.assessment.reasons.map((reason) => words.of('assess', reason)),
            ])
          : []),
        ...money(t('desk.claimed'), desk.claimedFen),
        ...money(t('desk.limit'), desk.limitFen),
        ...(desk.paidFen > 0 ? money(t('desk.paid'), desk.paidFen) : []),
        ...lines(
          t('desk.needed'),
          (claim.neededPapers ?? []).map(
            ({ field, reason, isHere }) =>
              `${words.paper(field)} · ${t(isHere ? 'desk.isHere' : 'desk.isNotHere')} · ${reason}`,
          ),
        ),
        ...lines(
          t('desk.decisions'),
          desk.decisions.map((decision) =>
            [
              t('desk.decided', {
                at: dates.moment(decision.decidedAt),
                by:
                  decision.decidedBy.kind === 'staff' ? decision.decidedBy.name : t('desk.machine'),
                outcome: t(`desk.outcomes.${decision.outcome}`),
              }),
              ...(decision.amountFen === undefined ? [] : [yuan(decision.amountFen)]),
              ...(decision.clause ? [decision.clause] : []),
              ...(decision.words ? [decision.words] : []),
            ].join(' · '),
          ),
        ),
        ...lines(
          t('desk.reviews'),
          desk.reviews.map(({ askedAt }) => t('desk.reviewAsked', { at: dates.moment(askedAt) })),
        ),
        ...(payment
          ? lines(t('desk.payment'), [
              t('desk.paymentLine', {
                yuan: words.yuan(payment.amountFen),
                method: t(hasWord('staff', methodKey) ? methodKey : 'desk.methods.other'),
                state: t(`desk.states.${payment.state}`),
              }),
            ])
          : []),
        ...lines(
          t('desk.callOutcome'),
          desk.calls.map(({ at, by, outcome }) =>
            t('desk.called', { at: dates.moment(at), by, outcome: t(`desk.calls.${outcome}`) }),
          ),
        ),
      ]}
    />
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <ul className="desk-lines">
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
