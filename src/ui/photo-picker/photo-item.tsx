import { useId } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../button/button.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';
import { MoreIcon } from '../icon/more-icon.tsx';
import { PhotoThumb } from './photo-thumb.tsx';
import {
  PHOTO_TYPES,
  type PhotoAct,
  type PhotoState,
  type PhotoWords,
  type PickedPhoto,
} from './picked-photo.ts';

export interface PhotoActs {
  onRemove: (id: string) => void;
  onRetry?: (id: string) => void;
  /** Takes it anew: the new file in the place of the old one. */
  onAgain?: (id: string, file: File) => void;
  onAnyway?: (id: string) => void;
  onLook?: (id: string) => void;
}

interface PhotoItemProps extends PhotoActs {
  photo: PickedPhoto;
  words: PhotoWords;
}

const signs: Record<PhotoState, IconName> = {
  preparing: 'wait',
  advised: 'info',
  waiting: 'wait',
  sending: 'wait',
  checking: 'wait',
  received: 'good',
  unreadable: 'warn',
  rejected: 'warn',
  failed: 'warn',
};
const actSigns: Partial<Record<PhotoAct, IconName>> = {
  again: 'camera',
  same: 'check',
  retry: 'retry',
  remove: 'remove',
};

/** Where a photo comes to rest. While it is on its way the words change with every piece; what wants a word has advice. */
const endings: readonly PickedPhoto['state'][] = [
  'checking',
  'received',
  'unreadable',
  'rejected',
  'failed',
];

/** One photo: its picture, its state in words, one sentence of advice at most, and what can be done with it. */
export function PhotoItem({ photo, words, ...on }: PhotoItemProps) {
  const stateId = useId();
  const { id, name, state, stateText, progress, advice, isNext, hasRemark } = photo;
  const isNews = endings.includes(state);
  const acts: readonly PhotoAct[] =
    photo.acts ?? (state === 'failed' && on.onRetry ? ['retry', 'remove'] : ['remove']);
  return (
    <li
      className="photo"
      data-photo={id}
      data-state={state}
      data-remark={hasRemark ? '' : undefined}
      data-wide={advice ? '' : undefined}
    >
      <PhotoThumb
        photo={photo}
        onLook={acts.includes('look') ? () => on.onLook?.(id) : undefined}
      />
      {/* Here before its words change, and quiet while they only count: where a photo ended is heard, once. */}
      <div
        className="photo-words"
        role="status"
        aria-live={isNews ? 'polite' : 'off'}
        data-news={isNews ? '' : undefined}
      >
        <div className="photo-name">{name}</div>
        <div className="photo-state" id={stateId}>
          <Icon name={hasRemark ? 'warn' : signs[state]} />
          <span>{stateText}</span>
        </div>
        {progress !== undefined && state === 'sending' ? (
          <progress className="photo-progress" max={1} value={progress} aria-labelledby={stateId} />
        ) : null}
      </div>
      {/* Empty until there is something to say: a region that comes with its words is not heard. */}
      <div className="photo-advice" role="status" data-news="">
        {advice ? <p>{advice}</p> : null}
      </div>
      <div className="photo-acts">
        {acts.map((act, i) => (
          <ActButton
            key={act}
            act={act}
            kind={isNext && i === 0 ? 'main' : act === 'remove' ? 'danger' : 'quiet'}
            photo={photo}
            words={words}
            {...on}
          />
        ))}
      </div>
    </li>
  );
}

function ActButton({
  act,
  kind,
  photo: { id, name },
  words,
  onRemove,
  onRetry,
  onAgain,
  onAnyway,
  onLook,
}: PhotoItemProps & { act: PhotoAct; kind: 'main' | 'quiet' | 'danger' }) {
  const sign = actSigns[act];
  const press: Record<PhotoAct, (() => void) | undefined> = {
    again: undefined,
    anyway: () => onAnyway?.(id),
    same: () => onRemove(id),
    retry: () => onRetry?.(id),
    remove: () => onRemove(id),
    look: () => onLook?.(id),
  };
  const button = (
    <Button
      kind={kind}
      isWide={kind === 'main'}
      icon={act === 'look' ? <MoreIcon name="bigger" /> : sign ? <Icon name={sign} /> : undefined}
      onPress={press[act]}
    >
      {words[act]} <span className="only-heard">{name}</span>
    </Button>
  );
  if (act !== 'again') return button;
  return (
    <FileTrigger
      acceptedFileTypes={PHOTO_TYPES}
      defaultCamera="environment"
      onSelect={(files) => files?.[0] && onAgain?.(id, files[0])}
    >
      {button}
    </FileTrigger>
  );
}
