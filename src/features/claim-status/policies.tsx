import type { Claim } from '#domain/api/claim.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { useStatusWords } from './claim-words.ts';

/** All policies that pay for the event, in plain words and without a number (C2). */
export function Policies({ policies }: Pick<Claim, 'policies'>) {
  const { t } = useWords('status');
  const { t: products } = useWords('policies');
  const { yuan } = useStatusWords();
  return (
    <>
      <p>
        <Plain text={t('policies.text')} />
      </p>
      <ul className="plain-list">
        {policies.map(({ id, product, limitFen }) => (
          <li key={id}>
            <strong>{products(hasWord('policies', product) ? product : 'unnamed')}</strong>
            {limitFen === undefined ? null : (
              <div className="soft">
                <Plain text={t('policies.limit', { yuan: yuan(limitFen) })} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
