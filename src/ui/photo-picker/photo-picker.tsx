import { useId } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../button/button.tsx';
import type { FieldProps } from '../field/field-frame.tsx';
import { GroupFrame } from '../field/group-frame.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';
import './photo-picker.css';

/** `waiting` for a connection, `sending`, `received` by us, `rejected`: there and of no use, `failed`: may be tried again. */
export type PhotoState = 'waiting' | 'sending' | 'received' | 'rejected' | 'failed';

export interface PickedPhoto {
  id: string;
  /** 第 1 张: names the photo wherever it is spoken of. */
  name: string;
  /** Of the thumbnail; none while there is nothing to show. */
  url?: string;
  state: PhotoState;
  /** The state in words; the reason with it where it was refused. */
  stateText: string;
  /** 0 to 1 while sending. */
  progress?: number;
}

export interface PhotoPickerWords {
  camera: string;
  album: string;
  /** Visible on each photo; the photo's name is added for whoever hears it. */
  remove: string;
  retry: string;
}

export interface PhotoPickerProps extends FieldProps {
  photos: readonly PickedPhoto[];
  words: PhotoPickerWords;
  /** Files in the order in which the system gave them. */
  onPick: (files: readonly File[]) => void;
  onRemove: (id: string) => void;
  onRetry?: (id: string) => void;
  /** No more may be added: the ways to add are gone, the hint should say why. */
  isFull?: boolean;
  /** Taking a photo is the page's one way forward at present. */
  isMain?: boolean;
}

const signs: Record<PhotoState, IconName> = {
  waiting: 'wait',
  sending: 'wait',
  received: 'good',
  rejected: 'warn',
  failed: 'warn',
};
// HEIC by name as well: some Android file dialogs leave it out of image/*.
const PHOTO_TYPES = ['image/*', 'image/heic', 'image/heif'];

/** Photos by camera or album, and each with its thumbnail, its state in words and the way to take it back. */
export function PhotoPicker({
  photos,
  words,
  onPick,
  onRemove,
  onRetry,
  isFull,
  isMain,
  ...frame
}: PhotoPickerProps) {
  const base = useId();
  const pick = (files: FileList | null) => {
    if (files && files.length > 0) onPick([...files]);
  };
  return (
    <GroupFrame className="photo-picker" {...frame}>
      {(described) => (
        <>
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
              <FileTrigger acceptedFileTypes={PHOTO_TYPES} allowsMultiple onSelect={pick}>
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
          {photos.length > 0 ? (
            <ul className="photo-list">
              {photos.map((photo) => (
                <li key={photo.id} className="photo" data-state={photo.state}>
                  <PhotoThumb photo={photo} />
                  <div className="photo-words">
                    <div className="photo-name">{photo.name}</div>
                    <div className="photo-state" id={`${base}-${photo.id}`}>
                      <Icon name={signs[photo.state]} />
                      <span>{photo.stateText}</span>
                    </div>
                    {photo.progress !== undefined && photo.state === 'sending' ? (
                      <progress
                        className="photo-progress"
                        max={1}
                        value={photo.progress}
                        aria-labelledby={`${base}-${photo.id}`}
                      />
                    ) : null}
                  </div>
                  <div className="photo-acts">
                    {photo.state === 'failed' && onRetry ? (
                      <Button icon={<Icon name="retry" />} onPress={() => onRetry(photo.id)}>
                        {words.retry} <span className="only-heard">{photo.name}</span>
                      </Button>
                    ) : null}
                    <Button
                      kind="danger"
                      icon={<Icon name="remove" />}
                      onPress={() => onRemove(photo.id)}
                    >
                      {words.remove} <span className="only-heard">{photo.name}</span>
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </GroupFrame>
  );
}

function PhotoThumb({ photo }: { photo: PickedPhoto }) {
  return (
    <div className="photo-thumb">
      {photo.url ? <img src={photo.url} alt={photo.name} /> : <Icon name="album" />}
    </div>
  );
}
