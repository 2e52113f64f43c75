import type { ReactNode } from 'react';
import { Link } from 'react-aria-components/Link';
import './text-link.css';

export interface TextLinkProps {
  href: string;
  children: ReactNode;
  icon?: ReactNode;
  onPress?: () => void;
  /** The page that we are on, in a list of links. */
  isCurrent?: boolean;
  /** Says more than the visible word to whoever hears it: must begin with the visible word. */
  'aria-label'?: string;
}

/** A link that stands by itself, with a finger's height. Its words alone say where it goes (W-2.4.9). */
export function TextLink({ icon, children, isCurrent, ...rest }: TextLinkProps) {
  return (
    <Link
      {...rest}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      className="text-link"
    >
      {icon}
      <span className="text-link-words">{children}</span>
    </Link>
  );
}
