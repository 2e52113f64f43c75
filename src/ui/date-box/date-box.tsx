import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import { FieldFrame, type FieldProps } from '../field/field-frame.tsx';
import './date-box.css';

export interface DateBoxProps extends FieldProps {
  /** `YYYY-MM-DD`, or empty. */
  value: string | undefined;
  /** Empty while the day is not whole. */
  onChange: (day: string) => void;
  /** The latest day offered, `YYYY-MM-DD`: the server's today. */
  today: string;
  /** The earliest day offered. */
  from?: string;
}

/** A day by the system's own date field: the one picker that every phone's owner has met already. */
export function DateBox({ id, value, onChange, today, from, error, ...frame }: DateBoxProps) {
  return (
    <TextField
      id={id}
      className="field date-box"
      type="date"
      value={value ?? ''}
      onChange={onChange}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldFrame {...frame} error={error}>
        <Input className="field-box" max={today} min={from} />
      </FieldFrame>
    </TextField>
  );
}
