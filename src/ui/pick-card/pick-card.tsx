import { Link } from 'react-aria-components/Link';
import { MorePicture, type MorePictureName } from '../picture/more-picture.tsx';
import { moreDrawings } from '../picture/more-drawings.ts';
import { Picture, type PictureName } from '../picture/picture.tsx';
import '../job-card/job-card.css';
import './pick-card.css';

export interface PickCardProps {
  href: string;
  title: string;
  text?: string;
  picture: PictureName | MorePictureName;
}

const isMore = (name: string): name is MorePictureName => name in moreDrawings;

/** One of several to begin with, known by its picture before it is read. Put several in `<ul class="pick-list">`. */
export function PickCard({ href, title, text, picture }: PickCardProps) {
  return (
    <Link href={href} data-main="" className="job-card pick-card">
      {isMore(picture) ? <MorePicture name={picture} /> : <Picture name={picture} />}
      <span className="job-card-words">
        <strong className="job-card-title">{title}</strong>
        {text ? <span className="job-card-text">{text}</span> : null}
      </span>
    </Link>
  );
}
