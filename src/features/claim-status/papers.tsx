import type { Claim } from '#domain/api/claim.ts';
import { findFlow } from '#domain/claims/flows.ts';
import { useWords } from '#platform/i18n/words.ts';
import { hush } from '#platform/speech/hush.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Recording } from '#ui/recording/recording.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { useStatusWords, wayOf } from './claim-words.ts';
import './papers.css';

type Papered = Pick<Claim, 'flow' | 'documents' | 'neededPapers' | 'answers' | 'can'>;

/**
 * Each paper with its true state (C7, C8): here, here and of no use with why and what to do, still wanted with its reason,
 * or coming another way than by photo.
 */
export function Papers({ claim }: { claim: Papered }) {
  const { t } = useWords('status');
  const words = useStatusWords(claim.flow);
  const { documents, neededPapers = [] } = claim;
  const fields = findFlow(claim.flow)?.fields ?? {};
  const byWay = Object.keys(claim.answers).filter(
    (field) => fields[field]?.kind === 'photos' && wayOf(claim, field) !== undefined,
  );
  if (documents.length + neededPapers.length + byWay.length === 0)
    return (
      <p>
        <Plain text={t('papers.none')} />
      </p>
    );
  return (
    <ul className="sent-papers">
      {neededPapers
        .filter(({ isHere }) => !isHere)
        .map(({ field, reason }) => (
          <li key={field} className="sent-paper">
            <div className="sent-paper-words">
              <p className="sent-paper-title">
                <Plain text={words.paper(field)} />
              </p>
              <Tag kind="warn">{t('papers.needed')}</Tag>
              <div>
                <Plain text={t('send.why', { reason })} />
              </div>
            </div>
          </li>
        ))}
      {documents.map(({ id, kind, state, reason, media, seconds = 0 }, i) => {
        const number = documents.slice(0, i + 1).filter((other) => other.kind === kind).length;
        const name = media
          ? t('papers.recording', { kind: words.paper(kind), seconds })
          : t('papers.one', { kind: words.paper(kind), number });
        const isGood = state === 'received' && !reason;
        const isChecking = state === 'checking';
        const canMendHere =
          claim.can.sendPapers &&
          neededPapers.some(({ field, isHere }) => field === kind && !isHere);
        return (
          <li key={id} className="sent-paper">
            {state !== 'rejected' && state !== 'checking' && !media ? (
              <img
                className="sent-paper-photo"
                src={`/api/documents/${id}/image?size=thumb`}
                alt=""
                loading="lazy"
              />
            ) : null}
            <div className="sent-paper-words">
              <p className="sent-paper-title">
                <Plain text={name} />
              </p>
              <Tag kind={isGood ? 'good' : isChecking ? 'plain' : 'warn'}>
                {t(`papers.${state}`)}
              </Tag>
              {isGood && media ? (
                <Recording
                  url={`/api/documents/${id}/media`}
                  isVideo={media === 'video'}
                  words={{
                    play: t(`papers.play.${media}`),
                    stop: t('papers.play.stop'),
                    failed: t('papers.play.failed'),
                    picture: name,
                  }}
                  onBegin={hush}
                />
              ) : null}
              {isGood || isChecking ? null : (
                <>
                  {reason ? <div>{t(`papers.reasons.${reason}`)}</div> : null}
                  <div>
                    <Plain text={t(canMendHere ? 'papers.mendHere' : 'papers.mend')} />
                  </div>
                </>
              )}
            </div>
          </li>
        );
      })}
      {byWay.map((field) => (
        <li key={field} className="sent-paper">
          <div className="sent-paper-words">
            <p className="sent-paper-title">
              <Plain text={words.paper(field)} />
            </p>
            <Tag>{t(`papers.ways.${wayOf(claim, field)}`)}</Tag>
          </div>
        </li>
      ))}
    </ul>
  );
}
