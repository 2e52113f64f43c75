import { useEffect, useRef, type ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import { TextLink } from '../text-link/text-link.tsx';
import './page.css';

export interface PageProps {
  title: string;
  lead?: ReactNode;
  back?: { href: string; label: string };
  /** Between the way back and the title: the steps. */
  above?: ReactNode;
  /** Changes when another page is shown in the same place; the title unless given. */
  focusKey?: string;
  children?: ReactNode;
}

let isFirstPage = true;

/**
 * A page's frame: way back, title, lead, content. The title takes focus when a page replaces another, so that
 * who hears the page hears where they are; the first page of a visit leaves focus where the browser put it.
 */
export function Page({ title, lead, back, above, focusKey = title, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFirstPage) {
      isFirstPage = false;
      return;
    }
    heading.current?.focus({ preventScroll: true });
    document.documentElement.scrollTop = 0;
  }, [focusKey]);
  return (
    <div className="page">
      {back ? (
        <div className="page-back">
          <TextLink href={back.href} icon={<Icon name="back" />}>
            {back.label}
          </TextLink>
        </div>
      ) : null}
      {above}
      <h1 ref={heading} tabIndex={-1} data-page-title="">
        {title}
      </h1>
      {lead ? <div className="page-lead">{lead}</div> : null}
      {children ? <div className="page-body">{children}</div> : null}
    </div>
  );
}
