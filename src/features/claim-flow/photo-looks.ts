import type { PhotoAct, PickedPhoto } from '#ui/photo-picker/picked-photo.ts';
import type { ClaimWords } from './claim-words.ts';
import type { Photo } from './photo.ts';

/** We have it, and something about it is not as it should be: it could not be read, or it is another paper. */
export const hasRemark = ({ state, reason }: Pick<Photo, 'state' | 'reason'>): boolean =>
  state === 'unreadable' || (state === 'received' && !!reason && reason !== 'not-turned');

/** Something is to be decided about it before it is of use. */
export const isOpenQuestion = (photo: Photo): boolean => {
  const { state, isLeft } = photo;
  return (
    state === 'advised' ||
    state === 'failed' ||
    state === 'rejected' ||
    (hasRemark(photo) && !isLeft)
  );
};

/** What can be done with a photo where it lies, the most likely first; all else is in its large view. */
export function actsOf(photo: Photo): readonly PhotoAct[] {
  const { state, sameAs, reason } = photo;
  if (state === 'advised') return sameAs ? ['same', 'again'] : ['again', 'anyway'];
  if (state === 'failed') return reason === 'lost' ? ['again', 'remove'] : ['retry', 'look'];
  if (state === 'rejected') return ['again', 'remove'];
  if (hasRemark(photo)) return ['again', 'anyway', 'look'];
  return ['look'];
}

function stateInWords({ state, reason, share }: Photo, { t }: ClaimWords): string {
  if (reason && reason !== 'not-turned') return t(`photos.reasons.${reason}`);
  return t(`photos.states.${state}`, { percent: Math.round(share * 100) });
}

interface Around {
  field: string;
  photos: readonly Photo[];
  words: ClaimWords;
  /** Pages of the PDFs that could be counted, by key. */
  pages: Readonly<Record<string, number>>;
}

export const nameOf = (photo: Photo, photos: readonly Photo[], { t }: ClaimWords): string =>
  t(photo.kind === 'pdf' ? 'photos.sheet' : 'photos.one', { number: photos.indexOf(photo) + 1 });

/** One sentence, and only while there is something to decide. */
function adviceOf(photo: Photo, { field, photos, words }: Around): string | undefined {
  const { t } = words;
  if (photo.state !== 'advised') return undefined;
  const twin = photos.find(({ key }) => key === photo.sameAs);
  if (twin) return t('photos.same', { other: nameOf(twin, photos, words) });
  const paper = t(`fields.${field}.short`);
  return photo.advice && t(`photos.advice.${photo.advice}`, { paper });
}

/** The photos of one question as the list shows them: of all that is to be decided, one thing at a time is next. */
export function picturesOf(around: Around): PickedPhoto[] {
  const { photos, words, pages } = around;
  const next = photos.find((photo) => isOpenQuestion(photo));
  return photos.map((photo) => {
    const isWrong = hasRemark(photo);
    const isLeft = isWrong && photo.isLeft === true;
    return {
      id: photo.key,
      name: nameOf(photo, photos, words),
      url: photo.previewUrl,
      kind: photo.kind,
      pages: pagesInWords(pages[photo.key] ?? photo.pages, words),
      state: isWrong ? 'received' : photo.state,
      hasRemark: isWrong && !isLeft,
      stateText: isLeft ? words.t('photos.states.accepted') : stateInWords(photo, words),
      progress: photo.share,
      advice: adviceOf(photo, around),
      acts: isLeft ? ['look'] : actsOf(photo),
      isNext: photo === next,
    };
  });
}

const pagesInWords = (count: number | undefined, { t }: ClaimWords) =>
  count === undefined ? undefined : t('photos.pages', { count });

/** What the large view says below the picture. */
export function placeInWords(photo: Photo, { t }: ClaimWords, pages?: number): string {
  if (photo.reason === 'not-turned') return t('photos.reasons.not-turned');
  const state = stateInWords(photo, { t } as ClaimWords);
  return pages ? `${t('photos.pages', { count: pages })}${t('photos.comma')}${state}` : state;
}

/** The picture itself, as large as there is one: the server keeps a small one beside it. */
export const largeUrl = ({ kind, previewUrl }: Photo): string | undefined =>
  kind === 'pdf' && previewUrl?.startsWith('blob:')
    ? undefined
    : previewUrl?.replace('size=thumb', 'size=full');
