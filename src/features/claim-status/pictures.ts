import type { PictureName } from '#ui/picture/picture.tsx';

const pictures: Readonly<Record<string, PictureName>> = {
  hospital: 'hospital',
  outpatient: 'clinic',
  accident: 'accident',
  illness: 'illness',
};

/** The picture of a kind of claim, where it has one of its own. */
export function pictureOf(flow: string): PictureName {
  return pictures[flow] ?? 'receipt';
}
