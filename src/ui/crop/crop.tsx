import { useState } from 'react';
import './crop.css';

/** Part of a picture, in fractions of its width and height. */
export interface CropBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface CropProps {
  src: string;
  /** What is seen there, in words: the value itself stands beside it. */
  alt: string;
  box: CropBox;
}

/** Room around the part, so that one sees where on the paper it stands: fractions of the picture. */
const MARGIN = { x: 0.08, y: 0.025 };

/** The part with room around it, kept inside the picture. */
export function withMargin({ x, y, width, height }: CropBox): CropBox {
  const left = Math.max(0, x - MARGIN.x);
  const top = Math.max(0, y - MARGIN.y);
  return {
    x: left,
    y: top,
    width: Math.min(1, x + width + MARGIN.x) - left,
    height: Math.min(1, y + height + MARGIN.y) - top,
  };
}

/** A part of a photo, cut out by the page alone: nobody has to find the line on the whole paper. */
export function Crop({ src, alt, box }: CropProps) {
  // Height over width of the whole picture; a sheet of paper until it is there, so that little moves then.
  const [ratio, setRatio] = useState(1.414);
  const [isBroken, setIsBroken] = useState(false);
  const part = withMargin(box);
  if (isBroken || part.width <= 0 || part.height <= 0) return null;
  return (
    <div className="crop" style={{ paddingTop: `${((part.height * ratio) / part.width) * 100}%` }}>
      <img
        src={src}
        alt={alt}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
          if (naturalWidth > 0) setRatio(naturalHeight / naturalWidth);
        }}
        onError={() => setIsBroken(true)}
        style={{
          width: `${100 / part.width}%`,
          left: `${(-part.x / part.width) * 100}%`,
          top: `${(-part.y / part.height) * 100}%`,
        }}
      />
    </div>
  );
}
