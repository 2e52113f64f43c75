import type { ReactNode } from 'react';
import { Link } from 'react-aria-components/Link';
import '../button/button.css';

export interface LinkButtonProps {
  href: string;
  children: ReactNode;
  /** As of `Button`. */
  kind?: 'main' | 'quiet' | 'danger' | 'human';
  icon?: ReactNode;
  isWide?: boolean;
  onPress?: () => void;
  /** File name, where the link saves a file. */
  download?: string;
  className?: string;
  'aria-label'?: string;
  'data-help'?: 'hotline';
}

/** Goes somewhere and looks like a button: the way forward where nothing is sent. */
export function LinkButton({
  kind = 'quiet',
  icon,
  isWide,
  children,
  className,
  ...rest
}: LinkButtonProps) {
  return (
    <Link
      {...rest}
      {...(kind === 'main' ? { 'data-main': '' } : {})}
      className={`button button-${kind}${isWide ? ' button-wide' : ''}${className ? ` ${className}` : ''}`}
    >
      {icon}
      <span className="button-words">{children}</span>
    </Link>
  );
}
