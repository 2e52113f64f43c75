import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import { FieldFrame, type FieldProps } from '../field/field-frame.tsx';
import { TickBox } from '../tick-box/tick-box.tsx';
import { readYuan, writeYuan } from './yuan.ts';
import './money-box.css';

export interface MoneyBoxProps extends FieldProps {
  /** Integer 分; `'unknown'` when the person says that they do not know; undefined when nothing readable is there. */
  value: number | 'unknown' | undefined;
  onChange: (value: number | 'unknown' | undefined) => void;
  /** What a text comes to in 分: how people write sums is known elsewhere. Plain figures unless given. */
  read?: (text: string) => number | undefined;
  /** Said instead of the error where something is written that is no sum. */
  unreadable?: string;
  /** Behind the box: 元. */
  unit: string;
  /** Offers "I do not know" where given. */
  unknownLabel?: string;
  /** The sum once more as it was understood, with separators: `1,234.50 元`. */
  echo?: string;
  isDisabled?: boolean;
}

/** A sum in yuan. Keeps what was typed as it was typed; gives out 分. */
export function MoneyBox({
  id,
  value,
  onChange,
  read = readYuan,
  unreadable,
  unit,
  unknownLabel,
  echo,
  isDisabled,
  error,
  ...frame
}: MoneyBoxProps) {
  const [text, setText] = useState(typeof value === 'number' ? writeYuan(value) : '');
  // The value may come from elsewhere (a draft that arrives, a proposal): then it wins over what stood here.
  const shown = typeof value === 'number' && read(text) !== value ? writeYuan(value) : text;
  const isUnknown = value === 'unknown';
  const wrong = error && unreadable && value === undefined && text.trim() ? unreadable : error;
  return (
    <div className="money-box">
      <TextField
        id={id}
        className="field"
        value={isUnknown ? '' : shown}
        onChange={(typed) => {
          setText(typed);
          onChange(read(typed));
        }}
        inputMode="decimal"
        autoComplete="off"
        isDisabled={isDisabled}
        isInvalid={Boolean(wrong)}
        validationBehavior="aria"
      >
        <FieldFrame {...frame} error={wrong}>
          <span className="money-box-line">
            <Input className="field-box" />
            <span className="money-box-unit">{unit}</span>
          </span>
          {echo && !isUnknown ? <span className="field-echo">{echo}</span> : null}
        </FieldFrame>
      </TextField>
      {unknownLabel ? (
        <TickBox
          label={unknownLabel}
          isSelected={isUnknown}
          onChange={(isChosen) => {
            setText('');
            onChange(isChosen ? 'unknown' : undefined);
          }}
        />
      ) : null}
    </div>
  );
}
