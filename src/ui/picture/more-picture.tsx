import { moreDrawings } from './more-drawings.ts';
import { Drawn, type PictureProps } from './picture.tsx';

export type MorePictureName = keyof typeof moreDrawings;

/** A picture that the first load does without. */
export function MorePicture({
  name,
  ...look
}: Omit<PictureProps, 'name'> & { name: MorePictureName }) {
  return <Drawn drawing={moreDrawings[name]} {...look} />;
}
