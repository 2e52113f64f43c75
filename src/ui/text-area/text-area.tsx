import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { FieldFrame, type FieldProps } from '../field/field-frame.tsx';
import './text-area.css';

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  autoComplete?: string;
  /** How much room is left, in words; said by the caller, since it knows the limit. */
  count?: string;
  /** Is as high as what is written in it: nothing of it is ever hidden. */
  isGrowing?: boolean;
  onFocus?: () => void;
  onBlur?: () => void;
}

/** A few lines of one's own words. Nothing is cut off while one writes: what is too long is said. */
export function TextArea({
  id,
  value,
  onChange,
  rows = 3,
  autoComplete = 'off',
  count,
  isGrowing,
  onFocus,
  onBlur,
  error,
  ...frame
}: TextAreaProps) {
  const box = (
    <AriaTextArea
      className="field-box"
      rows={rows}
      // Of a box of several lines browsers bring only the line with the cursor into view (W-2.4.12).
      onFocus={({ currentTarget }) => {
        currentTarget.scrollIntoView?.({ block: 'nearest' });
        onFocus?.();
      }}
      onBlur={onBlur}
    />
  );
  return (
    <TextField
      id={id}
      className="field text-area"
      value={value}
      onChange={onChange}
      autoComplete={autoComplete}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldFrame {...frame} error={error}>
        {/* A copy of the text, not shown, makes the place as high as the text: a style sheet needs no script for it. */}
        {isGrowing ? (
          <span className="text-area-grows" data-copy={value}>
            {box}
          </span>
        ) : (
          box
        )}
        {count ? <span className="text-area-count">{count}</span> : null}
      </FieldFrame>
    </TextField>
  );
}
