import { useEffect, useId, useRef } from 'react';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { MoreIcon } from '../icon/more-icon.tsx';
import { useStream } from './use-stream.ts';
import './live-frame.css';

/** The shape of what is held before the camera. `sheet`: A4 upright; `wide`: an invoice; `card`: ID-1, 85.6 × 54 mm. */
export type PaperShape = 'sheet' | 'wide' | 'card';

export interface LiveFrameProps {
  /** 把整张放进框里. Takes focus when the view opens. */
  title: string;
  /** What the picture of the camera is called for whoever cannot see it. */
  name: string;
  stream: MediaStream;
  shape: PaperShape;
  words: { shutter: string; close: string; lightOn: string; lightOff: string };
  isLit: boolean;
  /** Absent where the camera has no lamp. */
  onLight?: () => void;
  /** Given the picture that runs. */
  onShutter: (video: HTMLVideoElement) => void;
  isPending?: boolean;
  onClose: () => void;
}

/** What the camera sees now, with an outline of the paper's shape and one big button. */
export function LiveFrame(props: LiveFrameProps) {
  const { title, name, stream, shape, words, isLit, onLight, onShutter, isPending, onClose } =
    props;
  const titleId = useId();
  const heading = useRef<HTMLParagraphElement>(null);
  const video = useStream(stream);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  return (
    <div className="live-frame" role="group" aria-labelledby={titleId}>
      <p className="live-frame-title" id={titleId} tabIndex={-1} ref={heading}>
        {title}
      </p>
      <div className="live-frame-picture">
        <video ref={video} aria-label={name} muted playsInline autoPlay />
        <span className="live-frame-outline" data-shape={shape} aria-hidden="true" />
      </div>
      <Button
        kind="main"
        isWide
        className="live-frame-shutter"
        icon={<Icon name="camera" />}
        isPending={isPending}
        onPress={() => video.current && onShutter(video.current)}
      >
        {words.shutter}
      </Button>
      <div className="live-frame-acts">
        {onLight ? (
          <Button icon={<MoreIcon name="light" />} onPress={onLight}>
            {isLit ? words.lightOff : words.lightOn}
          </Button>
        ) : null}
        <Button icon={<Icon name="close" />} onPress={onClose}>
          {words.close}
        </Button>
      </div>
    </div>
  );
}
