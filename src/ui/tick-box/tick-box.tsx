import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { FieldProblem } from '../field/field-frame.tsx';
import { Icon } from '../icon/icon.tsx';
import './tick-box.css';

export interface TickBoxProps {
  id?: string;
  label: string;
  text?: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  error?: string;
  isDisabled?: boolean;
}

/** One thing to agree to or to say of oneself. Never ticked beforehand. */
export function TickBox({
  id,
  label,
  text,
  isSelected,
  onChange,
  error,
  isDisabled,
}: TickBoxProps) {
  return (
    <div id={id} className="tick">
      <CheckboxField
        className="field"
        isSelected={isSelected}
        onChange={onChange}
        isInvalid={Boolean(error)}
        isDisabled={isDisabled}
        validationBehavior="aria"
      >
        <FieldProblem>{error}</FieldProblem>
        <CheckboxButton className="tick-card">
          <span className="tick-mark">
            <Icon name="check" />
          </span>
          <span className="tick-words">
            <span className="tick-label">{label}</span>
            {text ? <span className="tick-text">{text}</span> : null}
          </span>
        </CheckboxButton>
      </CheckboxField>
    </div>
  );
}
