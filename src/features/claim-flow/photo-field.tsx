import { useStore } from 'zustand';
import { PhotoPicker } from '#ui/photo-picker/photo-picker.tsx';
import type { FieldControlProps } from './field-control.tsx';
import { photoStoreOf, type Photo } from './photo-store.ts';
import type { ClaimWords } from './claim-words.ts';

interface PhotoFieldProps extends Pick<FieldControlProps, 'field' | 'words' | 'draft' | 'onChange'> {
  frame: { id: string; label: string; hint?: string; error?: string; isLabelHidden: boolean };
}

function stateInWords(photo: Photo, field: string, { t }: ClaimWords): string {
  const key = `fields.${field}`;
  if (photo.reason) return t(`${key}.reasons.${photo.reason}`);
  return t(`${key}.states.${photo.state}`, { percent: Math.round(photo.share * 100) });
}

/** Takes photos with the phone's camera or from its album and shows where each of them truly is. */
export function PhotoField({ field, words, draft, onChange, frame }: PhotoFieldProps) {
  const { t } = words;
  const store = photoStoreOf({ draft, field, onAnswer: onChange });
  const { photos, add, remove, retry } = useStore(store);
  const key = `fields.${field}`;
  return (
    <>
      <PhotoPicker
        {...frame}
        takeLabel={t(`${key}.take`)}
        chooseLabel={t(`${key}.choose`)}
        onPick={add}
        photos={photos.map((photo, i) => ({
          id: photo.key,
          name: t(`${key}.one`, { number: i + 1 }),
          url: photo.previewUrl,
          state: photo.state,
          stateText: stateInWords(photo, field, words),
          share: photo.share,
        }))}
        onRemove={remove}
        removeLabel={t(`${key}.remove`)}
        onRetry={retry}
        retryLabel={t(`${key}.retry`)}
      />
      <p>{t(`${key}.cannot`)}</p>
    </>
  );
}
