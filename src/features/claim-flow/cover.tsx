import type { Draft } from '#domain/api/draft.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';

/**
 * Which policies pay, by their names, found from the person and all claimed at once (C2). Where the day lies outside
 * of one, or none was found, that is said plainly, and nobody is stopped by it.
 */
export function Cover({ draft }: { draft: Pick<Draft, 'policies' | 'notPaying'> }) {
  const { t } = useWords('policies');
  const dates = useDates();
  const { policies, notPaying = [] } = draft;
  // Before sign-in nothing is known of any policy.
  if (!policies) return null;
  const name = (product: string) => t(hasWord('policies', product) ? product : 'unnamed');
  const names = [...new Set(policies.map(({ product }) => name(product)))];
  return (
    <>
      {names.length > 0 ? (
        <p>
          <Plain text={t('paying', { names: names.join(t('and')) })} />
        </p>
      ) : null}
      {notPaying.map(({ id, insuredId, product, why, day }) => (
        <Notice kind="info" key={`${id} ${insuredId}`}>
          <Plain
            text={t(why === 'lapsed' ? 'notPaying.lapsed' : 'notPaying.not-yet', {
              product: name(product),
              day: dates.day(day),
            })}
          />
        </Notice>
      ))}
      {names.length === 0 && notPaying.length === 0 ? (
        <Notice kind="info">
          <Plain text={t('none')} />
        </Notice>
      ) : null}
    </>
  );
}
