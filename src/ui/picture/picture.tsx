import { drawings } from './drawings.ts';
import './picture.css';

export type PictureName = keyof typeof drawings;

export interface PictureProps {
  name: PictureName;
  /** What it tells that no word beside it tells. Without one the picture is silent. */
  title?: string;
  isLarge?: boolean;
}

/** A line picture beside a main step, so that the step is known before it is read. */
export function Picture({ name, title, isLarge }: PictureProps) {
  const { tone, line } = drawings[name];
  return (
    <svg
      className={isLarge ? 'picture picture-large' : 'picture'}
      viewBox="0 0 64 64"
      focusable="false"
      {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}
    >
      <path className="picture-tone" d={tone} />
      <path className="picture-line" d={line} />
    </svg>
  );
}
