import { useId, type ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import type { FieldProps } from './field-frame.tsx';
import './field.css';

interface GroupFrameProps extends FieldProps {
  className: string;
  /** Given the id of hint and error, for controls inside that should be heard with them. */
  children: (describedBy: string | undefined) => ReactNode;
}

/** Label, hint, error and several controls as one question: for what is no single react-aria field. */
export function GroupFrame({
  id,
  className,
  label,
  hint,
  error,
  isLabelHidden,
  children,
}: GroupFrameProps) {
  const base = useId();
  const described =
    [hint ? `${base}-hint` : '', error ? `${base}-error` : ''].join(' ').trim() || undefined;
  return (
    <div
      id={id}
      role="group"
      className={`field ${className}`}
      aria-labelledby={`${base}-label`}
      aria-describedby={described}
      data-invalid={error ? '' : undefined}
    >
      <span id={`${base}-label`} className={isLabelHidden ? 'only-heard' : 'field-label'}>
        {label}
      </span>
      {hint ? (
        <span id={`${base}-hint`} className="field-hint">
          {hint}
        </span>
      ) : null}
      {error ? (
        <span id={`${base}-error`} className="field-error">
          <Icon name="warn" />
          <span>{error}</span>
        </span>
      ) : null}
      {children(described)}
    </div>
  );
}
