import type { Claim } from '#domain/api/claim.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { isOpen } from './claim-words.ts';

const DAY_MS = 24 * 3_600_000;

/** Days from one day in China to that of a moment. @param today `YYYY-MM-DD` */
export function daysUntil(today: string, at: string): number {
  const start = Date.parse(`${today}T00:00:00+08:00`);
  return Math.floor((Date.parse(at) - start) / DAY_MS);
}

/** What a customer can do now: a key of `glance`. */
function todoOf(claim: Claim): 'papers' | 'again' | 'refused' | 'nothing' | 'decided' {
  if (claim.status === 'withdrawn') return 'again';
  if (claim.can.sendPapers) return 'papers';
  if (claim.status === 'refused') return 'refused';
  return isOpen(claim.status) ? 'nothing' : 'decided';
}

/** The four things to know at a glance (C7): the title says where it is, these say what is next, by when, and what to do. */
export function Glance({ claim }: { claim: Claim }) {
  const { t } = useWords('status');
  const dates = useDates();
  // The server's day: a phone's clock may be a year off.
  const { load } = useLoad<{ today: string }>('/api/config');
  const today = load.status === 'ready' ? load.data.today : undefined;
  const now = claim.steps.find(({ state }) => state === 'now');
  const next = claim.steps.find(({ state }) => state === 'next');
  const dated = now?.by ? now : next;
  const left = today && dated?.by && !claim.isLate ? daysUntil(today, dated.by) : undefined;
  const days =
    left === undefined || left < 0
      ? undefined
      : left < 2
        ? t(`glance.days.${left === 0 ? 'today' : 'tomorrow'}`)
        : t('glance.days.more', { count: left });
  const todo = todoOf(claim);
  // The last step has nothing after it: getting the money is what comes.
  const ahead = isOpen(claim.status) ? (next ?? now) : undefined;
  return (
    <dl className="glance">
      {ahead ? (
        <div className="glance-row">
          <dt>{t('glance.next')}</dt>
          <dd>{t(`steps.${ahead.id}`)}</dd>
        </div>
      ) : null}
      {isOpen(claim.status) && dated?.by ? (
        <div className="glance-row">
          <dt>{t(claim.isLate ? 'glance.said' : 'glance.by')}</dt>
          <dd>
            <time dateTime={dated.by}>{dates.by(dated.by)}</time>
            {days ? <span className="glance-days">{days}</span> : null}
          </dd>
        </div>
      ) : null}
      <div className="glance-row">
        <dt>{t('glance.you')}</dt>
        <dd>
          <Plain text={t(`glance.${todo}`)} />
        </dd>
      </div>
    </dl>
  );
}
