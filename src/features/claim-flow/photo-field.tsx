import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { hasLiveCamera } from '#platform/camera/live-camera.ts';
import { Button } from '#ui/button/button.tsx';
import { MoreIcon } from '#ui/icon/more-icon.tsx';
import { PhotoPicker } from '#ui/photo-picker/photo-picker.tsx';
import type { FieldControlProps } from './field-control.tsx';
import { isWithUs } from '#platform/upload/photo.ts';
import { isOpenQuestion, nameOf, picturesOf } from './photo-looks.ts';
import { photoStoreOf } from './photo-store.ts';
import { takenAwayOf } from './taken-away.ts';
import { usePdfPages } from './use-pdf-pages.ts';
import { WeChatWay } from './wechat-way.tsx';

// Most people take one photo with the phone's own camera and go on: neither is loaded for them.
const LivePhoto = lazy(() =>
  import('./live-photo.tsx').then((code) => ({ default: code.LivePhoto })),
);
const LargePhoto = lazy(() =>
  import('./large-photo.tsx').then((code) => ({ default: code.LargePhoto })),
);

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
  /** The way for whoever cannot take photos: there in every state of the page (E5). */
  cannot?: ReactNode;
}

/** What takes the list's place for a while; the list has focus again where it was left. */
type Shown = { look: string } | 'live' | undefined;

/** Takes photos with the phone's camera or from its album and shows where each of them truly is. */
export function PhotoField(props: PhotoFieldProps) {
  const { field, spec, words, draft, onChange, frame, isMain, cannot } = props;
  const { t } = words;
  const store = photoStoreOf({ draft, field, onAnswer: onChange });
  const { photos, add, replace, retry, sendAnyway, leave } = useStore(store);
  const { gone, takeAway, putBack } = useStore(takenAwayOf(store));
  const pages = usePdfPages(photos);
  const [shown, setShown] = useState<Shown>();
  const root = useRef<HTMLDivElement>(null);
  /** Where focus goes once the page has changed: a selector inside this field. */
  const [focus, setFocus] = useState<string>();
  useEffect(() => {
    if (!focus) return;
    const found = root.current?.querySelector<HTMLElement>(focus);
    if (!found) return;
    found.focus();
    setFocus(undefined);
  }, [focus, photos, gone, shown]);

  const remove = (key: string) => {
    const photo = photos.find((one) => one.key === key);
    if (!photo) return;
    setShown(undefined);
    void takeAway(photo, nameOf(photo, photos, words));
    setFocus(`[data-gone="${key}"] button`);
  };
  const takeAsItIs = (key: string) => {
    const isHere = photos.some((one) => one.key === key && isWithUs(one.state));
    if (isHere) leave(key);
    else sendAnyway(key);
    setFocus(`[data-photo="${key}"] .photo-acts button`);
  };
  const close = (key?: string) => {
    setShown(undefined);
    setFocus(key ? `[data-photo="${key}"] .photo-acts button` : '.photo-picker-ways button');
  };
  const most = spec.kind === 'photos' ? spec.max - photos.length : 0;
  const wait = <p role="status">{t('photos.live.opening')}</p>;
  const looked = typeof shown === 'object' && photos.find(({ key }) => key === shown.look);

  return (
    <div ref={root}>
      {looked ? (
        <Suspense fallback={wait}>
          <LargePhoto
            key={looked.key}
            photo={looked}
            store={store}
            words={words}
            pages={pages[looked.key] ?? looked.pages}
            onRemove={() => remove(looked.key)}
            onClose={() => close(looked.key)}
          />
        </Suspense>
      ) : shown === 'live' ? (
        <Suspense fallback={wait}>
          <LivePhoto
            field={field}
            words={words}
            onTaken={(file) => {
              add([file]);
              const { photos: all } = store.getState();
              close(all[all.length - 1]?.key);
            }}
            onClose={() => close()}
          />
        </Suspense>
      ) : (
        <PhotoPicker
          {...frame}
          photos={picturesOf({ field, photos, words, pages })}
          words={{
            camera: t(photos.length > 0 ? 'photos.more' : 'photos.take'),
            album: t('photos.choose'),
            remove: t('photos.remove'),
            retry: t('photos.retry'),
            again: t('photos.again'),
            anyway: t('photos.anyway'),
            same: t('photos.letGo'),
            look: t('photos.look'),
          }}
          onPick={add}
          onRemove={remove}
          onRetry={retry}
          onAgain={replace}
          onAnyway={takeAsItIs}
          onLook={(key) => setShown({ look: key })}
          gone={gone.map(({ id, name, place }) => ({
            id,
            place,
            text: t('photos.gone', { name }),
            label: t('photos.putBack'),
          }))}
          onPutBack={putBack}
          hasPdf
          isMain={isMain && photos.length === 0}
          isFull={most <= 0}
          more={
            <>
              {most > 0 ? <WeChatWay words={words} most={most} onPick={add} /> : null}
              {most > 0 && hasLiveCamera() ? (
                <Button isWide icon={<MoreIcon name="frame" />} onPress={() => setShown('live')}>
                  {t('photos.live.open')}
                </Button>
              ) : null}
              {cannot}
            </>
          }
        />
      )}
      {shown && cannot ? <div className="photo-picker-more">{cannot}</div> : null}
    </div>
  );
}

/** What the photos of this question wait for: a word of the person, or a look for viruses. */
export function useOpenQuestion(props: Pick<PhotoFieldProps, 'field' | 'draft' | 'onChange'>) {
  const { field, draft, onChange } = props;
  const store = photoStoreOf({ draft, field, onAnswer: onChange });
  const { photos } = useStore(store);
  return {
    hasQuestion: photos.some((photo) => isOpenQuestion(photo)),
    isChecking: photos.some(({ state }) => state === 'checking'),
  };
}
