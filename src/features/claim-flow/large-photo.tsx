import { useState } from 'react';
import type { StoreApi } from 'zustand';
import { PhotoView } from '#ui/photo-view/photo-view.tsx';
import type { ClaimWords } from './claim-words.ts';
import { largeUrl, nameOf, placeInWords } from './photo-looks.ts';
import type { Photo, PhotoState } from './photo.ts';

interface LargePhotoProps {
  photo: Photo;
  store: StoreApi<PhotoState>;
  words: ClaimWords;
  /** Of a PDF. */
  pages?: number;
  onRemove: () => void;
  onClose: () => void;
}

/** One photo large, with all that can be done to it. */
export function LargePhoto({ photo, store, words, pages, onRemove, onClose }: LargePhotoProps) {
  const { t } = words;
  const { photos, turn, move, replace } = store.getState();
  const [hasMoved, setHasMoved] = useState(false);
  const { key, kind, state } = photo;
  const at = photos.findIndex((one) => one.key === key);
  const go = (by: -1 | 1) => {
    setHasMoved(true);
    move(key, by);
  };
  const canTurn = kind === 'photo' && !['failed', 'rejected', 'checking'].includes(state);
  return (
    <PhotoView
      title={t('photos.of', { name: nameOf(photo, photos, words), count: photos.length })}
      alt={nameOf(photo, photos, words)}
      url={largeUrl(photo)}
      none={t(kind === 'pdf' ? 'photos.notDrawnPdf' : 'photos.notDrawn')}
      stateText={hasMoved ? t('photos.now', { number: at + 1 }) : placeInWords(photo, words, pages)}
      words={{
        bigger: t('photos.bigger'),
        smaller: t('photos.smaller'),
        turn: t('photos.turn'),
        again: t('photos.again'),
        earlier: t('photos.earlier'),
        later: t('photos.later'),
        remove: t('photos.remove'),
        close: t('photos.close'),
      }}
      onTurn={canTurn ? () => turn(key) : undefined}
      onAgain={(file) => {
        replace(key, file);
        onClose();
      }}
      onEarlier={at > 0 ? () => go(-1) : undefined}
      onLater={at < photos.length - 1 ? () => go(1) : undefined}
      onRemove={onRemove}
      onClose={onClose}
    />
  );
}
