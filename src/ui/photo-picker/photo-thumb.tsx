import { useState } from 'react';
import { Icon } from '../icon/icon.tsx';
import { MoreIcon } from '../icon/more-icon.tsx';
import type { PickedPhoto } from './picked-photo.ts';

interface PhotoThumbProps {
  photo: Pick<PickedPhoto, 'name' | 'url' | 'kind' | 'pages'>;
  /** A tap on the picture, beside the button that does the same and has a name. */
  onLook?: () => void;
}

/** A photo small, or the sheet that stands for a PDF and for whatever this device cannot draw; never a broken picture. */
export function PhotoThumb({ photo: { name, url, kind, pages }, onLook }: PhotoThumbProps) {
  const [broken, setBroken] = useState<string>();
  const isDrawn = url !== undefined && url !== broken;
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className="photo-thumb" onClick={onLook}>
      {isDrawn && kind !== 'pdf' ? (
        <img src={url} alt={name} onError={() => setBroken(url)} />
      ) : kind === 'pdf' ? (
        <span className="photo-sheet">
          <MoreIcon name="sheet" />
          <span>PDF</span>
          {pages ? <span>{pages}</span> : null}
        </span>
      ) : (
        <Icon name="album" />
      )}
    </div>
  );
}
