import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { FieldFrame, type FieldProps } from '../field/field-frame.tsx';
import { Picture, type PictureName } from '../picture/picture.tsx';
import './choice-group.css';

export interface Choice<Value extends string = string> {
  value: Value;
  title: string;
  text?: ReactNode;
  picture?: PictureName;
}

export interface ChoiceGroupProps<Value extends string = string> extends FieldProps {
  options: readonly Choice<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  /** Short answers stand side by side where there is room. */
  isRow?: boolean;
}

/** One of several, as large cards. A choice marks and nothing more: the page never moves on by itself (M-2.3). */
export function ChoiceGroup<Value extends string = string>({
  id,
  options,
  value,
  onChange,
  error,
  isRow,
  ...frame
}: ChoiceGroupProps<Value>) {
  return (
    <RadioGroup
      id={id}
      className="field choice-group"
      value={value ?? null}
      onChange={(chosen) => onChange(chosen as Value)}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldFrame {...frame} error={error}>
        <div className={isRow ? 'choice-list choice-list-row' : 'choice-list'}>
          {options.map((option) => (
            <Radio key={option.value} value={option.value} className="choice">
              <span className="choice-mark" aria-hidden="true" />
              {option.picture ? <Picture name={option.picture} /> : null}
              <span className="choice-words">
                <span className="choice-title">{option.title}</span>
                {option.text ? <span className="choice-text">{option.text}</span> : null}
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </RadioGroup>
  );
}
