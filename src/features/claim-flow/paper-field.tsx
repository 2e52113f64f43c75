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
import { photoStoreOf } from './photo-store.ts';
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
  const photos = useStore(photoStoreOf({ draft, field, onAnswer: onChange }), (s) => s.photos);
  const chosen = wayIn(value);
  if (spec.kind !== 'photos') return null;
  if (!chosen && !isChoosing) {
    return (
      <>
        <PhotoField {...props} frame={frame} isMain={isMain} />
        {spec.hasWays && photos.length === 0 ? (
          <Button isWide onPress={() => setIsChoosing(true)}>
            {t('ways.open')}
          </Button>
        ) : null}
      </>
    );
  }
  // Before the server has made the draft there is nothing that a day or an address could belong to.
  const hasDetails = slot !== undefined && draft.id !== '';
  const takePhotos = () => {
    setIsChoosing(false);
    const here = photos.flatMap(({ state, documentId }) =>
      state === 'received' && documentId ? [documentId] : [],
    );
    onChange(here.length > 0 ? here : null);
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
        onChange={onChange}
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
