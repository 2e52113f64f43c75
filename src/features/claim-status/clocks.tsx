import type { Claim } from '#domain/api/claim.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Points } from '#ui/points/points.tsx';

/** The days that the law sets (G4), as dates and not as articles. */
export function Clocks({ clocks }: Pick<Claim, 'clocks'>) {
  const { t } = useWords('status');
  const dates = useDates();
  return (
    <>
      <p>
        <Plain text={t('clocks.lead')} />
      </p>
      <Points
        items={clocks.map(({ kind, dueAt }) => (
          <Plain
            key={kind}
            text={t(hasWord('status', `clocks.${kind}`) ? `clocks.${kind}` : 'clocks.other', {
              by: dates.by(dueAt),
            })}
          />
        ))}
      />
    </>
  );
}
