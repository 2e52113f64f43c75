import { Link } from 'react-aria-components/Link';
import { Icon } from '../icon/icon.tsx';
import { Picture, type PictureName } from '../picture/picture.tsx';
import { Tag, type TagProps } from '../tag/tag.tsx';
import '../job-card/job-card.css';
import './state-card.css';

export interface StateCardProps {
  href: string;
  picture: PictureName;
  title: string;
  /** Where it stands, in a word or a sentence. */
  state: string;
  /** What must be seen at once: that we are late, that something is wanted. */
  alarm?: string;
  text?: string;
  /** The tone of the state, repeated by colour. */
  kind?: TagProps['kind'];
}

/** Something under way, with where it stands. The whole of it is one link. Put several in `<ul class="job-list">`. */
export function StateCard({ href, picture, title, state, alarm, text, kind }: StateCardProps) {
  return (
    <Link href={href} data-main="" className="job-card">
      <Picture name={picture} />
      <span className="job-card-words">
        <strong className="job-card-title">{title}</strong>{' '}
        <span className={`state-card-state state-card-${kind ?? 'plain'}`}>{state}</span>{' '}
        {alarm ? (
          <span className="state-card-alarm">
            <Tag kind="warn">{alarm}</Tag>
          </span>
        ) : null}{' '}
        {text ? <span className="job-card-text">{text}</span> : null}
      </span>
      <Icon name="forward" />
    </Link>
  );
}
