import type { Claim } from '#domain/api/claim.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { useStatusWords } from './claim-words.ts';

/** Loaded by the claim's page when the claim is here. */
const POLICIES = 'policies';

/** All policies that pay for the event, in plain words and without a number (C2). */
export function Policies({ policies }: Pick<Claim, 'policies'>) {
  const { t } = useWords('status');
  const { t: products } = useWords(POLICIES);
  const { yuan } = useStatusWords();
  return (
    <>
      <p>
        <Plain text={t('policies.text')} />
      </p>
      <ul className="plain-list">
        {policies.map(({ id, product, limitFen }) => (
          <li key={id}>
            <strong>
              {hasWord(POLICIES, product) ? products(product) : t('policies.unknown')}
            </strong>
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
