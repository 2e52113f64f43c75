import type { Claim } from '#domain/api/claim.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Points } from '#ui/points/points.tsx';

/** The days that still run: the one to decide is over with the decision, all are over when it is paid or taken back. */
function runningClocks({ clocks, status, decision }: Claim): Claim['clocks'] {
  if (status === 'paid' || status === 'withdrawn') return [];
  const isDecided = decision !== undefined && status !== 'reopened';
  return clocks.filter(({ kind }) => !isDecided || kind !== 'decide');
}

/** The days that the law sets (G4), as dates and not as articles. */
export function Clocks({ claim }: { claim: Claim }) {
  const { t } = useWords('status');
  const dates = useDates();
  const running = runningClocks(claim);
  if (running.length === 0) return null;
  return (
    <section className="stack-close" aria-labelledby="clocks">
      <h2 id="clocks">{t('clocks.heading')}</h2>
      <p>
        <Plain text={t('clocks.lead')} />
      </p>
      <Points
        items={running.map(({ kind, dueAt }) => (
          <Plain
            key={kind}
            text={t(hasWord('status', `clocks.${kind}`) ? `clocks.${kind}` : 'clocks.other', {
              by: dates.by(dueAt),
            })}
          />
        ))}
      />
    </section>
  );
}
