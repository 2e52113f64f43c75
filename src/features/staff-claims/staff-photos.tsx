import type { StaffClaim } from '#domain/api/staff.ts';
import { Recording } from '#ui/recording/recording.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { useStaffWords } from './staff-words.ts';
import './staff-photos.css';

/** The photos of a claim; each opens large in a tab of its own, so that the claim stays beside it. */
export function StaffPhotos({ documents }: Pick<StaffClaim, 'documents'>) {
  const { t, paper } = useStaffWords();
  if (documents.length === 0) return <p>{t('claim.noPhotos')}</p>;
  return (
    <ul className="staff-photos">
      {documents.map(({ id, kind, state, reason, media, seconds = 0 }, i) => {
        const number = documents.slice(0, i + 1).filter((other) => other.kind === kind).length;
        const name = t('claim.photo', { kind: paper(kind), number });
        return (
          <li key={id}>
            {state === 'received' && media ? (
              <Recording
                url={`/api/documents/${id}/media`}
                isVideo={media === 'video'}
                words={{
                  play: t('statement.play', { seconds }),
                  stop: t('statement.stop'),
                  failed: t('statement.failed'),
                  picture: name,
                }}
              />
            ) : state !== 'rejected' ? (
              <a
                href={`/api/documents/${id}/image?size=full`}
                target="_blank"
                rel="noopener"
                className="staff-photo"
              >
                <img
                  src={`/api/documents/${id}/image?size=thumb`}
                  alt={t('claim.openPhoto', { name })}
                  loading="lazy"
                />
              </a>
            ) : null}
            <p>{name}</p>
            {state === 'rejected' || reason ? (
              <Tag kind="warn">
                {[
                  state === 'rejected' ? t('rejected.label') : undefined,
                  reason && t(`rejected.${reason}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Tag>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
