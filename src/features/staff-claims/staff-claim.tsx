import { useState, type ReactNode } from 'react';
import type { StaffClaim as StaffClaimData, UnmaskedField } from '#domain/api/staff.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { isNotFound, useLoad, useSignedOut } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Page } from '#ui/page/page.tsx';
import { SummaryList } from '#ui/summary-list/summary-list.tsx';
import { Timeline } from '#ui/timeline/timeline.tsx';
import { AuditTrail } from './audit-trail.tsx';
import { Desk, DeskFacts } from './desk.tsx';
import { StaffPhotos } from './staff-photos.tsx';
import { useStaffWords } from './staff-words.ts';
import { Unmask } from './unmask.tsx';

/** How the app shows the answers of a claim: it knows the questions, this feature knows what may be unmasked. */
export interface AnswersView {
  claim: StaffClaimData;
  beside: (field: string, label: string) => ReactNode;
  instead: (field: string) => ReactNode | undefined;
}

interface StaffClaimProps {
  id: string;
  onSignedOut: () => void;
  answers: (view: AnswersView) => ReactNode;
}

/** No answer but the customer's own number: always masked, and every role may ask for it. */
const PHONE = 'phone';

/** One claim as staff work on it: facts, answers, photos, history. */
export function StaffClaim({ id, onSignedOut, answers }: StaffClaimProps) {
  const { t } = useWords('staff');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const { load, reload } = useLoad<StaffClaimData>(`/api/staff/claims/${encodeURIComponent(id)}`);
  useSignedOut(load, onSignedOut);
  if (load.status === 'ready') return <Shown claim={load.data} answers={answers} />;
  return (
    <Page
      title={isNotFound(load) ? t('claim.gone') : common('pages.staffClaim')}
      back={{ href: '/staff/claims', label: t('claim.back') }}
    >
      {load.status === 'loading' ? <Loading label={common('opening')} /> : null}
      {load.status === 'failed' && !isNotFound(load) ? (
        <LoadFailed {...failure(load.error)} onRetry={reload} />
      ) : null}
    </Page>
  );
}

function Shown({
  claim: loaded,
  answers,
}: Pick<StaffClaimProps, 'answers'> & { claim: StaffClaimData }) {
  // What an action answers is newer than what was loaded.
  const [acted, setActed] = useState<StaffClaimData>();
  const claim = acted ?? loaded;
  const words = useStaffWords();
  const dates = useDates();
  // Whole values live in this view alone: leaving the page masks them again.
  const [shown, setShown] = useState<readonly UnmaskedField[]>([]);
  const { t } = words;
  const instead = (field: string) => {
    const found = shown.find((one) => one.field === field);
    return found ? <strong>{String(found.value)}</strong> : undefined;
  };
  const beside = (field: string, label: string) =>
    [PHONE, ...claim.maskedFields].includes(field) && !instead(field) ? (
      <Unmask
        claimId={claim.id}
        field={field}
        label={label}
        onShown={(one) => setShown((before) => [...before, one])}
      />
    ) : null;
  return (
    <Page
      title={numberInGroups(claim.number)}
      lead={`${words.kind(claim.flow)} · ${words.of('status', claim.status)}`}
      back={{ href: '/staff/claims', label: t('claim.back') }}
    >
      <section className="stack-close" aria-labelledby="facts">
        <h2 id="facts">{t('claim.facts')}</h2>
        <SummaryList
          rows={[
            { label: t('claims.customer'), value: claim.customerName },
            {
              label: t('claim.phone'),
              value: (
                <>
                  {instead(PHONE) ?? claim.maskedPhone} {beside(PHONE, t('claim.phone'))}
                </>
              ),
            },
            { label: t('claims.lane'), value: words.of('lane', claim.lane) },
            {
              label: t('claim.reasons'),
              value: claim.laneReasons.map((id) => words.of('reason', id)).join(' · '),
            },
            { label: t('claim.ruleVersion'), value: claim.ruleVersion },
            { label: t('claims.submittedAt'), value: dates.moment(claim.submittedAt) },
            { label: t('claims.promiseBy'), value: dates.by(claim.promiseBy) },
            { label: t('claim.clocks'), value: claim.clocks.map(words.clock).join(' · ') },
            { label: t('claim.withdrawUntil'), value: dates.moment(claim.withdrawUntil) },
          ]}
        />
      </section>
      <DeskFacts claim={claim} />
      <section className="stack-close" aria-labelledby="photos">
        <h2 id="photos">{t('claim.photos')}</h2>
        <StaffPhotos claim={claim} onDone={setActed} />
      </section>
      <section className="stack-close" aria-labelledby="answers">
        <h2 id="answers">{t('claim.answers')}</h2>
        {answers({ claim, beside, instead })}
      </section>
      <Desk key={claim.status} claim={claim} onDone={setActed} />
      <section className="stack-close" aria-labelledby="history">
        <h2 id="history">{t('claim.timeline')}</h2>
        <Timeline
          items={claim.timeline.map(({ at, kind, actor }, i) => ({
            id: `${i}-${kind}`,
            title: `${words.of('event', kind)} · ${words.of('actor', actor)}`,
            at: dates.moment(at),
            dateTime: at,
            state: 'done',
            stateLabel: t('done'),
          }))}
        />
      </section>
      <AuditTrail claim={claim} />
    </Page>
  );
}
