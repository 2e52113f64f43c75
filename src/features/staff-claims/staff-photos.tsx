import type { StaffClaim } from '#domain/api/staff.ts';
import { Recording } from '#ui/recording/recording.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { useStaffWords } from './staff-words.ts';
import { TypedPaper } from './typed-paper.tsx';
import './staff-photos.css';

interface StaffPhotosProps {
  claim: Pick<StaffClaim, 'id' | 'documents' | 'readings'>;
  onDone: (claim: StaffClaim) => void;
}

const addressOf = (id: string, size: 'full' | 'thumb', page: number): string =>
  `/api/documents/${id}/image?size=${size}${page > 1 ? `&page=${page}` : ''}`;

/** The photos of a claim with what they say; each opens large in a tab of its own, so that the claim stays beside it. */
export function StaffPhotos({ claim, onDone }: StaffPhotosProps) {
  const { documents, readings = [] } = claim;
  const { t, paper } = useStaffWords();
  if (documents.length === 0) return <p>{t('claim.noPhotos')}</p>;
  return (
    <ul className="staff-photos">
      {documents.map(({ id, kind, state, reason, media, seconds = 0, pages = 1 }, i) => {
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
            ) : state === 'received' || state === 'unreadable' ? (
              Array.from({ length: pages }, (_, at) => at + 1).map((page) => (
                <a
                  key={page}
                  href={addressOf(id, 'full', page)}
                  target="_blank"
                  rel="noopener"
                  className="staff-photo"
                >
                  <img
                    src={addressOf(id, 'thumb', page)}
                    alt={t(pages > 1 ? 'claim.openPage' : 'claim.openPhoto', { name, page })}
                    loading="lazy"
                  />
                </a>
              ))
            ) : null}
            <p>{name}</p>
            {state === 'checking' ? <Tag kind="warn">{t('claim.checking')}</Tag> : null}
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
            {state === 'rejected' || media ? null : (
              <TypedPaper
                claimId={claim.id}
                documentId={id}
                name={name}
                fields={readings.find((one) => one.documentId === id)?.reading.fields ?? []}
                onDone={onDone}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
