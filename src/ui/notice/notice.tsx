import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import './notice.css';

export interface NoticeProps {
  kind: 'info' | 'good' | 'warn';
  title?: string;
  children?: ReactNode;
  /** Appears while the page is open and is read out (W-4.1.3). */
  isStatus?: boolean;
}

/** Something to know, in the flow of the page: nothing pops up, nothing goes away by itself. */
export function Notice({ kind, title, children, isStatus }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} {...(isStatus ? { role: 'status' } : {})}>
      <Icon name={kind} />
      <div className="notice-words">
        {title ? <p className="notice-title">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
