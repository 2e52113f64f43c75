import { useEffect, useId, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { MoreIcon } from '../icon/more-icon.tsx';
import { PHOTO_TYPES } from '../photo-picker/picked-photo.ts';
import './photo-view.css';

export interface PhotoViewWords {
  bigger: string;
  smaller: string;
  turn: string;
  again: string;
  earlier: string;
  later: string;
  remove: string;
  close: string;
}

export interface PhotoViewProps {
  /** 照片 2，一共 3 张. Takes focus when the view opens. */
  title: string;
  /** What is seen there, in words. */
  alt: string;
  /** Absent: there is nothing that this device could draw, and `none` is said instead. */
  url?: string;
  none: string;
  /** Where it is, or what became of the last act: said when it changes. */
  stateText: string;
  words: PhotoViewWords;
  /** Each is offered where it can be done. */
  onTurn?: () => void;
  onAgain?: (file: File) => void;
  onEarlier?: () => void;
  onLater?: () => void;
  onRemove: () => void;
  onClose: () => void;
}

/** Widths of the picture against its frame: two taps to read the small print of an invoice. */
const ZOOMS = [1, 1.75, 3, 4.5] as const;

/**
 * One photo as large as the page allows, made larger by buttons, with all that can be done to it. A part of the page that
 * takes focus, no dialog: the way back is its one main button.
 */
export function PhotoView(props: PhotoViewProps) {
  const { title, alt, url, none, stateText, words } = props;
  const { onTurn, onAgain, onEarlier, onLater, onRemove, onClose } = props;
  const titleId = useId();
  const heading = useRef<HTMLParagraphElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState(0);
  const [broken, setBroken] = useState<string>();
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  // What stood in the middle stays there.
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
    box.scrollTop = (box.scrollHeight - box.clientHeight) / 2;
  }, [step]);

  const isDrawn = url !== undefined && url !== broken;
  return (
    <div className="photo-view" role="group" aria-labelledby={titleId}>
      <p className="photo-view-title" id={titleId} tabIndex={-1} ref={heading}>
        {title}
      </p>
      {isDrawn ? (
        <>
          {/* Scrolls inside itself, so it takes focus for whoever has only keys. */}
          <div
            className="photo-view-frame"
            ref={frame}
            role="group"
            aria-label={alt}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            data-zoom={step}
          >
            <img
              src={url}
              alt={alt}
              style={{ width: `${(ZOOMS[step] ?? 1) * 100}%` }}
              onError={() => setBroken(url)}
            />
          </div>
          <div className="photo-view-acts">
            <Button
              icon={<MoreIcon name="bigger" />}
              isDisabled={step === ZOOMS.length - 1}
              onPress={() => setStep(step + 1)}
            >
              {words.bigger}
            </Button>
            <Button
              icon={<MoreIcon name="smaller" />}
              isDisabled={step === 0}
              onPress={() => setStep(step - 1)}
            >
              {words.smaller}
            </Button>
          </div>
        </>
      ) : (
        <p className="photo-view-none">
          <MoreIcon name="sheet" />
          <span>{none}</span>
        </p>
      )}
      <p className="photo-view-state" role="status" data-news="">
        {stateText}
      </p>
      <Button kind="main" isWide icon={<Icon name="check" />} onPress={onClose}>
        {words.close}
      </Button>
      <div className="photo-view-acts">
        {onAgain ? (
          <div className="photo-view-again">
            <FileTrigger
              acceptedFileTypes={PHOTO_TYPES}
              defaultCamera="environment"
              onSelect={(files) => files?.[0] && onAgain(files[0])}
            >
              <Button icon={<Icon name="camera" />}>{words.again}</Button>
            </FileTrigger>
          </div>
        ) : null}
        {onEarlier || onLater ? (
          <>
            <Button
              icon={<MoreIcon name="earlier" />}
              isDisabled={!onEarlier}
              onPress={() => onEarlier?.()}
            >
              {words.earlier}
            </Button>
            <Button
              icon={<MoreIcon name="later" />}
              isDisabled={!onLater}
              onPress={() => onLater?.()}
            >
              {words.later}
            </Button>
          </>
        ) : null}
        {onTurn && isDrawn ? (
          <Button icon={<MoreIcon name="turn" />} onPress={onTurn}>
            {words.turn}
          </Button>
        ) : null}
        <Button kind="danger" icon={<Icon name="remove" />} onPress={onRemove}>
          {words.remove}
        </Button>
      </div>
    </div>
  );
}
