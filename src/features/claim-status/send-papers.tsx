import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Claim, NeededPaper } from '#domain/api/claim.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { PhotoPicker } from '#ui/photo-picker/photo-picker.tsx';
import { useStatusWords } from './claim-words.ts';
import { createSendStore } from './send-store.ts';
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

function SendPaper({ claim, paper, onDone }: SendPapersProps & { paper: NeededPaper }) {
  const { t } = useWords('status');
  const words = useStatusWords(claim.flow);
  const { field, reason } = paper;
  const [store] = useState(() => createSendStore({ draftId: claim.draftId ?? '', field }));
  const { photos, add, remove, retry } = useStore(store);
  const give = useAct();
  useEffect(() => () => store.getState().clear(), [store]);

  const arrived = photos.flatMap(({ state, documentId }) =>
    state === 'received' && documentId ? [documentId] : [],
  );
  const isUnderWay = photos.some(({ state }) => state === 'waiting' || state === 'sending');
  const handOver = async () => {
    const body = { papers: [{ field, documents: arrived }] };
    if (await give.run(`/api/claims/${claim.id}/papers`, body))
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
          stateText: t(`send.states.${photo.state}`, { percent: Math.round(photo.share * 100) }),
          progress: photo.share,
        }))}
        words={{
          camera: t('send.take'),
          album: t('send.choose'),
          remove: t('send.remove'),
          retry: t('send.retry'),
        }}
        onPick={add}
        onRemove={remove}
        onRetry={retry}
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
