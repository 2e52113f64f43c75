import type { ReactNode } from 'react';
import { Link } from 'react-aria-components/Link';
import './site-header.css';

export interface SiteHeaderProps {
  /** Name of the product: links home and says so to whoever hears it. */
  brand: string;
  homeHref: string;
  /** "银龄通道, back to the home page": begins with the brand. */
  homeLabel: string;
  /** The switch of the display mode, settings. */
  children?: ReactNode;
}

/** Content of the page's header; put it into `Layout`. */
export function SiteHeader({ brand, homeHref, homeLabel, children }: SiteHeaderProps) {
  return (
    <>
      <Link href={homeHref} aria-label={homeLabel} className="site-header-brand">
        <svg className="site-header-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <path d="M4 28V15a12 12 0 0 1 24 0v13" />
          <path d="M11 28V16a5 5 0 0 1 10 0v12" />
        </svg>
        <span>{brand}</span>
      </Link>
      {children ? <div className="site-header-tools">{children}</div> : null}
    </>
  );
}
