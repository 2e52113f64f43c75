import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { PhotoPicker, type PickedPhoto } from '#ui/photo-picker/photo-picker.tsx';
import type { FieldControlProps } from './field-control.tsx';
import type { Photo } from './photo.ts';
import { photoStoreOf } from './photo-store.ts';
import type { ClaimWords } from './claim-words.ts';

export interface PhotoFrame {
  id?: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  isLabelHidden: boolean;
}

interface PhotoFieldProps extends Pick<
  FieldControlProps,
  'field' | 'spec' | 'words' | 'draft' | 'onChange'
> {
  frame: PhotoFrame;
  isMain?: boolean;
}

function stateInWords(photo: Photo, { t }: ClaimWords): string {
  if (photo.reason) return t(`photos.reasons.${photo.reason}`);
  return t(`photos.states.${photo.state}`, { percent: Math.round(photo.share * 100) });
}

/** The states that the list has pictures for. */
function pickerState({ state }: Photo): PickedPhoto['state'] {
  if (state === 'preparing' || state === 'advised') return 'waiting';
  return state === 'unreadable' ? 'rejected' : state;
}

/** Takes photos with the phone's camera or from its album and shows where each of them truly is. */
export function PhotoField({
  field,
  spec,
  words,
  draft,
  onChange,
  frame,
  isMain,
}: PhotoFieldProps) {
  const { t } = words;
  const store = photoStoreOf({ draft, field, onAnswer: onChange });
  const { photos, add, remove, retry } = useStore(store);
  const more = photos.length > 0 ? 'more' : 'take';
  return (
    <PhotoPicker
      {...frame}
      photos={photos.map((photo, i) => ({
        id: photo.key,
        name: t('photos.one', { number: i + 1 }),
        url: photo.previewUrl,
        state: pickerState(photo),
        stateText: stateInWords(photo, words),
        progress: photo.share,
      }))}
      words={{
        camera: t(`photos.${more}`),
        album: t('photos.choose'),
        remove: t('photos.remove'),
        retry: t('photos.retry'),
      }}
      onPick={add}
      onRemove={remove}
      onRetry={retry}
      isMain={isMain && photos.length === 0}
      isFull={spec.kind === 'photos' && photos.length >= spec.max}
    />
  );
}
