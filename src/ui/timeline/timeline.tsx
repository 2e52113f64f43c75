import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import './timeline.css';

export interface TimelineItem {
  id: string;
  title: string;
  text?: ReactNode;
  /** When, in words, and for machines. */
  at?: string;
  dateTime?: string;
  state: 'done' | 'now' | 'next';
  /** The state in words: 已完成, 正在办, 还没到. */
  stateLabel: string;
}

export interface TimelineProps {
  items: readonly TimelineItem[];
}

/** What has happened, what is happening and what comes, from top to bottom. */
export function Timeline({ items }: TimelineProps) {
  return (
    <ol className="timeline">
      {items.map(({ id, title, text, at, dateTime, state, stateLabel }) => (
        <li
          key={id}
          data-state={state}
          {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="timeline-mark">{state === 'done' ? <Icon name="check" /> : null}</span>
          <div className="timeline-words">
            <div className="timeline-title">{title}</div>
            <div className="timeline-state">
              {stateLabel}
              {at ? (
                <>
                  {' '}
                  <time dateTime={dateTime}>{at}</time>
                </>
              ) : null}
            </div>
            {text ? <div>{text}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
