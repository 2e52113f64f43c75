import type { Claim } from '#domain/api/claim.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { useStatusWords } from './claim-words.ts';
import './papers.css';

type Paper = Claim['documents'][number];

/** Each paper with its true state: what we have, and what we have and cannot use (C7). */
export function Papers({ documents }: { documents: readonly Paper[] }) {
  const { t } = useWords('status');
  const words = useStatusWords();
  if (documents.length === 0)
    return (
      <p>
        <Plain text={t('papers.none')} />
      </p>
    );
  return (
    <ul className="papers">
      {documents.map(({ id, kind, state, reason }, i) => {
        const number = documents.slice(0, i + 1).filter((other) => other.kind === kind).length;
        const name = t('papers.one', { kind: words.paper(kind), number });
        const isGood = state === 'received';
        return (
          <li key={id} className="paper">
            {isGood ? (
              <img
                className="paper-photo"
                src={`/api/documents/${id}/image?size=thumb`}
                alt=""
                loading="lazy"
              />
            ) : null}
            <div className="paper-words">
              <p className="paper-title">
                <Plain text={name} />
              </p>
              <Tag kind={isGood ? 'good' : 'warn'}>{t(`papers.${state}`)}</Tag>
              {isGood ? null : (
                <p>
                  {reason ? t(`papers.reasons.${reason}`) : null} <Plain text={t('papers.mend')} />
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
