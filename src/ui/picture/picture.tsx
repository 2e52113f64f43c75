import { drawings, type Drawing } from './drawings.ts';
import './picture.css';

export type PictureName = keyof typeof drawings;

interface LookProps {
  /** What it tells that no word beside it tells. Without one the picture is silent. */
  title?: string;
  isLarge?: boolean;
}

export interface PictureProps extends LookProps {
  name: PictureName;
}

/** A line picture beside a main step, so that the step is known before it is read. */
export function Picture({ name, ...look }: PictureProps) {
  return <Drawn drawing={drawings[name]} {...look} />;
}

/** Shows a drawing, whichever list it comes from. */
export function Drawn({ drawing, title, isLarge }: LookProps & { drawing: Drawing }) {
  return (
    <svg
      className={isLarge ? 'picture picture-large' : 'picture'}
      viewBox="0 0 64 64"
      focusable="false"
      {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}
    >
      <path className="picture-tone" d={drawing.tone} />
      <path className="picture-line" d={drawing.line} />
    </svg>
  );
}
