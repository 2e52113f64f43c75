import { Link } from 'react-aria-components/Link';
import { Icon } from '../icon/icon.tsx';
import { Picture, type PictureName } from '../picture/picture.tsx';
import './job-card.css';

export interface JobCardProps {
  href: string;
  title: string;
  text?: string;
  picture: PictureName;
  onPress?: () => void;
}

/** One of the few big jobs of the home page: picture, what it is, a line about it. Put several in `<ul class="job-list">`. */
export function JobCard({ title, text, picture, ...rest }: JobCardProps) {
  return (
    <Link {...rest} data-main="" className="job-card">
      <Picture name={picture} />
      <span className="job-card-words">
        <strong className="job-card-title">{title}</strong>
        {text ? <span className="job-card-text">{text}</span> : null}
      </span>
      <Icon name="forward" />
    </Link>
  );
}
