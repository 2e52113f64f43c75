import type { Example } from '../testing/example.ts';
import { drawings } from './drawings.ts';
import { moreDrawings } from './more-drawings.ts';
import { MorePicture, type MorePictureName } from './more-picture.tsx';
import { Picture, type PictureName } from './picture.tsx';

export const examples: readonly Example[] = [
  ...(Object.keys(drawings) as PictureName[]).map((name) => ({
    id: name,
    element: <Picture name={name} isLarge />,
  })),
  ...(Object.keys(moreDrawings) as MorePictureName[]).map((name) => ({
    id: name,
    element: <MorePicture name={name} isLarge />,
  })),
  { id: 'titled', element: <Picture name="invoice" title="一张发票，右下角盖着红章" /> },
];
