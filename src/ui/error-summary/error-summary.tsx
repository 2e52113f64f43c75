import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import '../text-link/text-link.css';
import './error-summary.css';

export interface ErrorSummaryProps {
  title: string;
  /** What to do, and who helps. */
  help?: ReactNode;
  /** `href`: `#` and the field's id, or a path. */
  errors: readonly { href: string; text: string }[];
  /** Changes with each attempt to go on: the summary takes focus again. */
  attempt?: number;
}

const STOPS =
  'input:not([type="hidden"]):not([type="file"]), button, select, textarea, a[href], [tabindex]';

/** Goes to the field itself, or to the first thing in it that can be used. A hash alone would focus no radio group. */
function goToField(event: MouseEvent<HTMLAnchorElement>, href: string): void {
  const field = href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
  if (!field) return;
  event.preventDefault();
  const stop = field.matches(STOPS) ? field : field.querySelector<HTMLElement>(STOPS);
  field.scrollIntoView?.();
  (stop ?? field).focus();
}

/** All that is wrong on a page, at its top; takes focus when it appears. Words are those beside the fields. */
export function ErrorSummary({ title, help, errors, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => box.current?.focus(), [attempt]);
  return (
    <div ref={box} role="alert" tabIndex={-1} aria-labelledby={id} className="error-summary">
      <h2 id={id} className="error-summary-title">
        <Icon name="warn" />
        <span>{title}</span>
      </h2>
      {help ? <div className="error-summary-help">{help}</div> : null}
      <ul>
        {errors.map(({ href, text }) => (
          <li key={href + text}>
            <a href={href} className="text-link" onClick={(event) => goToField(event, href)}>
              <span className="text-link-words">{text}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
