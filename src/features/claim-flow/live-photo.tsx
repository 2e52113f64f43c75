import { useEffect, useRef, useState } from 'react';
import {
  CameraError,
  openCamera,
  type CameraTrouble,
  type LiveCamera,
} from '#platform/camera/live-camera.ts';
import { Button } from '#ui/button/button.tsx';
import { LiveFrame, type PaperShape } from '#ui/live-frame/live-frame.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { ClaimWords } from './claim-words.ts';

interface LivePhotoProps {
  field: string;
  words: ClaimWords;
  onTaken: (file: File) => void;
  onClose: () => void;
}

/** The shape of what is asked for; a sheet of paper where nothing else is known. */
const shapes: Readonly<Record<string, PaperShape>> = {
  idPhotos: 'card',
  cardPhotos: 'card',
  bookPhotos: 'card',
  invoicePhotos: 'wide',
};

/** The camera looked through on the page itself, with a frame. It is off the moment this is left, whichever way. */
export function LivePhoto({ field, words, onTaken, onClose }: LivePhotoProps) {
  const { t } = words;
  const [camera, setCamera] = useState<LiveCamera>();
  const [trouble, setTrouble] = useState<CameraTrouble>();
  const [isLit, setIsLit] = useState(false);
  const [isTaking, setIsTaking] = useState(false);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    let isHere = true;
    let opened: LiveCamera | undefined;
    openCamera().then(
      (found) => {
        opened = found;
        if (isHere) setCamera(found);
        else found.stop();
      },
      (error: unknown) =>
        isHere && setTrouble(error instanceof CameraError ? error.trouble : 'busy'),
    );
    // Another app in front, or the screen switched off: nothing films a pocket.
    const onHidden = () => document.hidden && opened && close.current();
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      isHere = false;
      document.removeEventListener('visibilitychange', onHidden);
      opened?.stop();
    };
  }, []);

  if (trouble) {
    return (
      <div className="live-photo-trouble">
        <Notice kind="info" isStatus>
          {t(`photos.live.${trouble}`)}
        </Notice>
        <Button kind="main" isWide onPress={onClose}>
          {t('photos.live.back')}
        </Button>
      </div>
    );
  }
  if (!camera) {
    return (
      <div className="live-photo-trouble">
        <p role="status">{t('photos.live.opening')}</p>
        <Button isWide onPress={onClose}>
          {t('photos.live.close')}
        </Button>
      </div>
    );
  }
  const light = () => {
    camera.light?.(!isLit).then(
      () => setIsLit(!isLit),
      // The lamp stays as it is, and the button goes on saying what it would do.
      () => undefined,
    );
  };
  const shoot = (video: HTMLVideoElement) => {
    setIsTaking(true);
    camera.take(video).then(onTaken, () => {
      setIsTaking(false);
      setTrouble('busy');
    });
  };
  return (
    <LiveFrame
      title={t(`photos.live.${shapes[field] ?? 'sheet'}`)}
      name={t('photos.live.name')}
      stream={camera.stream}
      shape={shapes[field] ?? 'sheet'}
      words={{
        shutter: t('photos.live.shutter'),
        close: t('photos.live.close'),
        lightOn: t('photos.live.lightOn'),
        lightOff: t('photos.live.lightOff'),
      }}
      isLit={isLit}
      onLight={camera.light && light}
      onShutter={shoot}
      isPending={isTaking}
      onClose={onClose}
    />
  );
}
