import type { ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../button/button.tsx';
import type { FieldProps } from '../field/field-frame.tsx';
import { GroupFrame } from '../field/group-frame.tsx';
import { Icon } from '../icon/icon.tsx';
import { MoreIcon } from '../icon/more-icon.tsx';
import { PhotoItem, type PhotoActs } from './photo-item.tsx';
import { PHOTO_TYPES, type PhotoWords, type PickedPhoto } from './picked-photo.ts';
import './photo-picker.css';

export interface PhotoPickerWords extends PhotoWords {
  camera: string;
  album: string;
}

/** A photo that was taken away and can be had back. */
export interface GonePhoto {
  id: string;
  /** 照片 2 去掉了。 */
  text: string;
  /** 放回来 */
  label: string;
  /** Before which photo it stood, from 0: what becomes of it is said there. */
  place: number;
}

export interface PhotoPickerProps extends FieldProps, PhotoActs {
  photos: readonly PickedPhoto[];
  words: PhotoPickerWords;
  /** Files in the order in which the system gave them. */
  onPick: (files: readonly File[]) => void;
  gone?: readonly GonePhoto[];
  onPutBack?: (id: string) => void;
  /** The album takes PDFs too. */
  hasPdf?: boolean;
  /** Quieter ways, below the two that are always there. */
  more?: ReactNode;
  /** No more may be added: the ways to add are gone, the hint should say why. */
  isFull?: boolean;
  /** Taking a photo is the page's one way forward at present. */
  isMain?: boolean;
}

/** What was taken away stands where it was. */
function inPlace(photos: readonly PickedPhoto[], gone: readonly GonePhoto[]) {
  return [...photos, undefined].flatMap((photo, i): (PickedPhoto | GonePhoto)[] => [
    ...gone.filter(({ place }) => (photo ? place === i : place >= i)),
    ...(photo ? [photo] : []),
  ]);
}

/** Photos by camera or album, and each with its thumbnail, its state in words and what can be done with it. */
export function PhotoPicker({
  photos,
  words,
  onPick,
  gone = [],
  onPutBack,
  hasPdf,
  more,
  isFull,
  isMain,
  onRemove,
  onRetry,
  onAgain,
  onAnyway,
  onLook,
  ...frame
}: PhotoPickerProps) {
  const acts = { onRemove, onRetry, onAgain, onAnyway, onLook };
  const pick = (files: FileList | null) => {
    if (files && files.length > 0) onPick([...files]);
  };
  return (
    <GroupFrame className="photo-picker" {...frame}>
      {(described) => (
        <>
          {photos.length > 0 || gone.length > 0 ? (
            <ul className="photo-list">
              {inPlace(photos, gone).map((one) =>
                'label' in one ? (
                  <li key={one.id} className="photo-gone" data-gone={one.id}>
                    <span>{one.text}</span>
                    <Button icon={<MoreIcon name="undo" />} onPress={() => onPutBack?.(one.id)}>
                      {one.label} <span className="only-heard">{one.text}</span>
                    </Button>
                  </li>
                ) : (
                  <PhotoItem key={one.id} photo={one} words={words} {...acts} />
                ),
              )}
            </ul>
          ) : null}
          {isFull ? null : (
            <div className="photo-picker-ways">
              <FileTrigger
                acceptedFileTypes={PHOTO_TYPES}
                defaultCamera="environment"
                onSelect={pick}
              >
                <Button
                  isWide
                  kind={isMain ? 'main' : 'quiet'}
                  className="photo-picker-way"
                  icon={<Icon name="camera" />}
                  aria-describedby={described}
                >
                  {words.camera}
                </Button>
              </FileTrigger>
              <FileTrigger
                acceptedFileTypes={hasPdf ? [...PHOTO_TYPES, 'application/pdf'] : PHOTO_TYPES}
                allowsMultiple
                onSelect={pick}
              >
                <Button
                  isWide
                  className="photo-picker-way"
                  icon={<Icon name="album" />}
                  aria-describedby={described}
                >
                  {words.album}
                </Button>
              </FileTrigger>
            </div>
          )}
          {more ? <div className="photo-picker-more">{more}</div> : null}
        </>
      )}
    </GroupFrame>
  );
}
