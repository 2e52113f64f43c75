import { useId } from 'react';
import './write-box.css';

export interface WriteBoxProps {
  /** Heard, not shown. */
  label: string;
  /** Shown in the empty box: what it is for. */
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with it, shown above and tied to it. */
  error?: string;
}

/**
 * A box for a message, as high as what is written in it, so that nothing of it is ever hidden. The browser's own element
 * and nothing around it: a conversation has to be light.
 */
export function WriteBox({ label, placeholder, value, onChange, error }: WriteBoxProps) {
  const id = useId();
  return (
    <div className="write-box">
      {error ? (
        <p id={`${id}-error`} role="alert" className="write-box-error">
          {error}
        </p>
      ) : null}
      {/* A copy of the text, not shown, makes the place as high as the text: a style sheet needs no script for it. */}
      <div className="write-box-grows" data-copy={value}>
        <textarea
          rows={1}
          aria-label={label}
          placeholder={placeholder}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          autoComplete="off"
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      </div>
    </div>
  );
}
