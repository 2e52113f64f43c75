import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import { FieldFrame, type FieldProps } from '../field/field-frame.tsx';
import './text-box.css';

export interface TextBoxProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'search' | 'email';
  /** W-1.3.5: `name`, `tel`, `one-time-code`, `cc-number`, `username`, `current-password`, … */
  autoComplete?: string;
  type?: 'text' | 'tel' | 'password' | 'search' | 'email';
  /** Counted in UTF-16 units by the browser: leave room, and let validation speak instead of cutting off. */
  maxLength?: number;
  /** What was typed, written so that it can be compared: a card number in groups of four. */
  echo?: string;
  name?: string;
  isDisabled?: boolean;
  /** To be read and copied, not changed. */
  isReadOnly?: boolean;
}

/** A line of text. The label stands above and stays; nothing is explained inside the box. */
export function TextBox({
  id,
  value,
  onChange,
  onBlur,
  inputMode,
  autoComplete,
  type = 'text',
  maxLength,
  echo,
  name,
  isDisabled,
  isReadOnly,
  error,
  ...frame
}: TextBoxProps) {
  return (
    <TextField
      id={id}
      className="field text-box"
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      inputMode={inputMode}
      autoComplete={autoComplete}
      type={type}
      maxLength={maxLength}
      name={name}
      isDisabled={isDisabled}
      isReadOnly={isReadOnly}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      autoCorrect="off"
      spellCheck="false"
    >
      <FieldFrame {...frame} error={error}>
        <Input className="field-box" />
        {echo ? <span className="field-echo">{echo}</span> : null}
      </FieldFrame>
    </TextField>
  );
}
