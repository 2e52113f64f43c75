import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Plain } from '#ui/gloss/plain.tsx';
import { PhotoPicker } from '#ui/photo-picker/photo-picker.tsx';
import type { FieldControlProps } from './field-control.tsx';
import { photoStoreOf, type Photo } from './photo-store.ts';
import type { ClaimWords } from './claim-words.ts';

interface PhotoFieldProps extends Pick<
  FieldControlProps,
  'field' | 'spec' | 'words' | 'draft' | 'onChange'
> {
  frame: { id: string; label: string; hint?: ReactNode; error?: string; isLabelHidden: boolean };
}

function stateInWords(photo: Photo, field: string, { t }: ClaimWords): string {
  const key = `fields.${field}`;
  if (photo.reason) return t(`${key}.reasons.${photo.reason}`);
  return t(`${key}.states.${photo.state}`, { percent: Math.round(photo.share * 100) });
}

/** Takes photos with the phone's camera or from its album and shows where each of them truly is. */
export function PhotoField({ field, spec, words, draft, onChange, frame }: PhotoFieldProps) {
  const { t } = words;
  const store = photoStoreOf({ draft, field, onAnswer: onChange });
  const { photos, add, remove, retry } = useStore(store);
  const key = `fields.${field}`;
  return (
    <>
      <PhotoPicker
        {...frame}
        photos={photos.map((photo, i) => ({
          id: photo.key,
          name: t(`${key}.one`, { number: i + 1 }),
          url: photo.previewUrl,
          state: photo.state,
          stateText: stateInWords(photo, field, words),
          progress: photo.share,
        }))}
        words={{
          camera: t(`${key}.take`),
          album: t(`${key}.choose`),
          remove: t(`${key}.remove`),
          retry: t(`${key}.retry`),
        }}
        onPick={add}
        onRemove={remove}
        onRetry={retry}
        isFull={spec.kind === 'photos' && photos.length >= spec.max}
      />
      <p>
        <Plain text={t(`${key}.cannot`)} />
      </p>
    </>
  );
}
