import { useState } from 'react';
import { useStore } from 'zustand';
import { paperWays, type PaperWay } from '#domain/flow/types.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { PictureName } from '#ui/picture/picture.tsx';
import type { ClaimWords } from './claim-words.ts';
import type { FieldControlProps } from './field-control.tsx';
import { PhotoField, type PhotoFrame } from './photo-field.tsx';
import { nameOf } from './photo-looks.ts';
import type { Photo } from './photo.ts';
import { photoStoreOf } from './photo-store.ts';
import { takenAwayOf } from './taken-away.ts';
import { wayIn, type PaperWaysSlot } from './paper-ways.ts';

interface PaperFieldProps extends Pick<
  FieldControlProps,
  'field' | 'spec' | 'value' | 'onChange' | 'words' | 'draft'
> {
  frame: PhotoFrame;
  paperWays?: PaperWaysSlot;
  /** Taking a photo is the page's one way forward at present. */
  isMain?: boolean;
  onDone?: () => void;
}

interface Before {
  /** Documents that the answer named. */
  ids: readonly string[];
  /** Photos that had not left the phone. */
  keys: readonly string[];
}

const pictures: Partial<Record<PaperWay, PictureName>> = {
  branch: 'branch',
  post: 'invoice',
  family: 'clinic',
};

/** What happens when there is no paper at all: said for this paper where it has words of its own. */
function afterwards(field: string, way: PaperWay, { t, has }: ClaimWords): string {
  const own = `fields.${field}.without`;
  return way === 'none' && has(own) ? t(own) : t(`ways.${way}.then`);
}

/** One paper: by photo, or another way on the same page (E5), or not at all with what happens then (C4). */
export function PaperField({ paperWays: slot, onDone, isMain, ...props }: PaperFieldProps) {
  const { field, spec, value, onChange, words, draft, frame } = props;
  const { t } = words;
  const [isChoosing, setIsChoosing] = useState(false);
  const store = photoStoreOf({ draft, field, onAnswer: onChange });
  const { takeAway, putBack } = useStore(takenAwayOf(store));
  /** What was there before another way was chosen, for whoever thinks better of it. */
  const [before, setBefore] = useState<Before>();
  const chosen = wayIn(value);
  if (spec.kind !== 'photos') return null;
  if (!chosen && !isChoosing) {
    return (
      <>
        <PhotoField
          {...props}
          frame={frame}
          isMain={isMain}
          cannot={
            spec.hasWays ? (
              <Button isWide onPress={() => setIsChoosing(true)}>
                {t('ways.open')}
              </Button>
            ) : null
          }
        />
      </>
    );
  }
  // Before the server has made the draft there is nothing that a day or an address could belong to.
  const hasDetails = slot !== undefined && draft.id !== '';
  const choose = (way: PaperWay) => {
    const { photos } = store.getState();
    if (photos.length > 0) {
      const isOnPhone = ({ documentId }: Photo) => documentId === undefined;
      const ids = photos.flatMap(({ documentId }) => documentId ?? []);
      const keys = photos.filter(isOnPhone).map(({ key }) => key);
      setBefore({ ids, keys });
      // What came in later would answer the question anew.
      for (const photo of photos.filter(isOnPhone))
        void takeAway(photo, nameOf(photo, photos, words));
    }
    onChange(way);
  };
  const takePhotos = () => {
    setIsChoosing(false);
    if (chosen) onChange(before && before.ids.length > 0 ? [...before.ids] : null);
    for (const key of before?.keys ?? []) putBack(key);
    setBefore(undefined);
  };
  return (
    <>
      <ChoiceGroup
        id={frame.id}
        label={t('ways.label')}
        error={frame.error}
        options={paperWays.map((way) => ({
          value: way,
          title: t(`ways.${way}.title`),
          text: t(`ways.${way}.text`),
          picture: pictures[way],
        }))}
        value={chosen}
        onChange={(way) => choose(way as PaperWay)}
      />
      {chosen && (chosen === 'none' || !hasDetails) ? (
        <Notice kind="info" isStatus>
          <Plain text={afterwards(field, chosen, words)} />
        </Notice>
      ) : null}
      {chosen && chosen !== 'none' && slot && hasDetails
        ? slot({ draftId: draft.id, field, way: chosen, onDone: () => onDone?.() })
        : null}
      <Button isWide icon={<Icon name="camera" />} onPress={takePhotos}>
        {t('ways.photo')}
      </Button>
    </>
  );
}
