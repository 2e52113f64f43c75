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
}

/** A few lines of one's own words. Nothing is cut off while one writes: what is too long is said. */
export function TextArea({
  id,
  value,
  onChange,
  rows = 3,
  autoComplete = 'off',
  count,
  error,
  ...frame
}: TextAreaProps) {
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
        <AriaTextArea
          className="field-box"
          rows={rows}
          // Of a box of several lines browsers bring only the line with the cursor into view (W-2.4.12).
          onFocus={({ currentTarget }) => currentTarget.scrollIntoView?.({ block: 'nearest' })}
        />
        {count ? <span className="text-area-count">{count}</span> : null}
      </FieldFrame>
    </TextField>
  );
}
