import { useStore } from 'zustand';
import type { Claim, NeededPaper } from '#domain/api/claim.ts';
import { useWords } from '#platform/i18n/words.ts';
import { filesUnder } from '#platform/upload/files-in-hand.ts';
import { isWithUs, type Photo } from '#platform/upload/photo.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { PhotoPicker } from '#ui/photo-picker/photo-picker.tsx';
import type { PhotoAct } from '#ui/photo-picker/picked-photo.ts';
import { useStatusWords } from './claim-words.ts';
import { useAct } from './use-act.ts';

interface SendPapersProps {
  claim: Claim;
  /** A paper was handed over: what to say of it. */
  onDone: (text: string) => Promise<void>;
}

/** The papers that were asked for afterwards: once, all of them, each with its reason and a way to send it (L-22, C4). */
export function SendPapers({ claim, onDone }: SendPapersProps) {
  const { t } = useWords('status');
  const wanted = (claim.neededPapers ?? []).filter(({ isHere }) => !isHere);
  return (
    <section className="stack-close send-papers" aria-labelledby="send-papers">
      <h2 id="send-papers" tabIndex={-1}>
        {t('send.heading')}
      </h2>
      <p>
        <Plain text={t('send.once')} />
      </p>
      {wanted.map((paper) => (
        <SendPaper key={paper.field} claim={claim} paper={paper} onDone={onDone} />
      ))}
      <p>
        <Plain text={t('send.otherWay', { hotline: pageFacts().hotline })} />
      </p>
    </section>
  );
}

/** As many photos as one paper may have. */
const MOST = 20;

/** What the person may do about a photo that waits for a word of theirs, or that is of no use. */
function actsFor({ state, sameAs }: Photo): readonly PhotoAct[] | undefined {
  if (sameAs) return ['same'];
  if (state === 'advised') return ['again', 'anyway', 'remove'];
  return state === 'unreadable' || state === 'rejected' ? ['again', 'remove'] : undefined;
}

function SendPaper({ claim, paper, onDone }: SendPapersProps & { paper: NeededPaper }) {
  const { t } = useWords('status');
  const words = useStatusWords(claim.flow);
  const { field, reason } = paper;
  const { t: claims } = useWords('claims');
  // The same ones after a reload, and until they are handed over.
  const { queue, clear } = filesUnder(`papers/${claim.id}/${field}`, {
    draftId: claim.draftId ?? '',
    field,
  });
  const { photos, add, remove, retry, replace, sendAnyway } = useStore(queue);
  const give = useAct();

  const arrived = photos.flatMap(({ state, documentId }) =>
    isWithUs(state) && documentId ? [documentId] : [],
  );
  const isUnderWay = photos.some(({ state }) =>
    ['preparing', 'advised', 'waiting', 'sending'].includes(state),
  );
  const stateText = (photo: Photo) => {
    if (photo.sameAs) return t('send.same');
    if (photo.reason) return claims(`photos.reasons.${photo.reason}`);
    return t(`send.states.${photo.state}`, { percent: Math.round(photo.share * 100) });
  };
  const handOver = async () => {
    const body = { papers: [{ field, documents: arrived }] };
    if (!(await give.run(`/api/claims/${claim.id}/papers`, body))) return;
    clear();
    await onDone(t('send.given', { paper: words.paper(field) }));
  };
  return (
    <div className="stack-close">
      <PhotoPicker
        id={`send-${field}`}
        label={t('send.label', { paper: words.paper(field) })}
        hint={<Plain text={t('send.why', { reason })} />}
        error={give.error}
        photos={photos.map((photo, i) => ({
          id: photo.key,
          name: t('send.one', { number: i + 1 }),
          url: photo.previewUrl,
          state: photo.state,
          stateText: stateText(photo),
          progress: photo.share,
          advice:
            photo.state === 'advised' && photo.advice
              ? claims(`photos.advice.${photo.advice}`, { paper: words.paper(field) })
              : undefined,
          acts: actsFor(photo),
        }))}
        words={{
          camera: t('send.take'),
          album: t('send.choose'),
          remove: t('send.remove'),
          retry: t('send.retry'),
          again: t('send.again'),
          anyway: t('send.anyway'),
          same: t('send.letGo'),
        }}
        onPick={add}
        onRemove={remove}
        onRetry={retry}
        onAgain={replace}
        onAnyway={sendAnyway}
        isFull={photos.length >= MOST}
      />
      {arrived.length > 0 && !isUnderWay ? (
        <Button kind="main" isPending={give.isBusy} onPress={() => void handOver()}>
          {t(give.isBusy ? 'send.giving' : 'send.give')}
        </Button>
      ) : null}
    </div>
  );
}
