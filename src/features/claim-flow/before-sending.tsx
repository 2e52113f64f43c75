import type { Customer } from '#domain/api/customer.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { AgeBand } from '#domain/lane/age.ts';
import { decideLane } from '#domain/lane/decide-lane.ts';
import { laneRules } from '#domain/lane/rules.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Points } from '#ui/points/points.tsx';
import { Cover } from './cover.tsx';
import type { ClaimWords } from './claim-words.ts';
import type { Way } from './way.ts';

/** The youngest of a band: what is promised before sending must hold afterwards. */
const youngest: Readonly<Record<AgeBand, number | undefined>> = {
  under60: 0,
  '60to79': 60,
  '80plus': 80,
  unknown: undefined,
};

interface BeforeSendingProps {
  way: Way;
  draft: Draft;
  customer?: Customer | null;
  words: ClaimWords;
}

/** What to know before the last tap: which policies pay, by when there is an answer (G2), and that it can be taken back. */
export function BeforeSending({ way, draft, customer, words }: BeforeSendingProps) {
  const { t } = words;
  const { lane, days } = promiseOf(way, customer);
  return (
    <>
      {draft.isAlsoFiled ? (
        <Notice kind="info">
          <Plain text={t('check.alsoFiled')} />
        </Notice>
      ) : null}
      <Cover draft={draft} />
      <section className="check-part">
        <h2>{t('check.then.title')}</h2>
        <Points
          items={[
            <Plain
              key="promise"
              text={
                lane === 'green'
                  ? t('check.then.green', { count: days })
                  : t('check.then.promise', { count: days })
              }
            />,
            <Plain key="withdraw" text={t('check.then.withdraw')} />,
          ]}
        />
      </section>
    </>
  );
}

/** The promise as the server will give it (the same table and rule), at its slowest for what the page does not know. */
function promiseOf({ flow, given }: Way, customer: Customer | null | undefined) {
  const { relevant } = given;
  const amount = relevant.amountFen;
  const papers = Object.entries(flow.fields).filter(
    ([field, spec]) => spec.kind === 'photos' && relevant[field] !== undefined,
  );
  const { lane } = decideLane(
    {
      flow: flow.id,
      age: customer ? youngest[customer.ageBand] : undefined,
      isInHardship: false,
      amountFen: typeof amount === 'number' ? amount : undefined,
      hasAllPapers: papers.every(([field]) => Array.isArray(relevant[field])),
    },
    laneRules,
    0,
  );
  const hours = laneRules.promiseHours[flow.id]?.[lane] ?? 0;
  return { lane, days: Math.max(1, Math.ceil(hours / 24)) };
}
