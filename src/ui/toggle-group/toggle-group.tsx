import { useId, type ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { Icon } from '../icon/icon.tsx';
import './toggle-group.css';

export interface ToggleGroupProps<Value extends string = string> {
  label: string;
  hint?: ReactNode;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A setting: one of a few, in force at once. Chosen is told by a tick and an edge, not by colour alone. */
export function ToggleGroup<Value extends string = string>({
  label,
  hint,
  options,
  value,
  onChange,
}: ToggleGroupProps<Value>) {
  const id = useId();
  return (
    <div className="toggle-group">
      <div id={id} className="toggle-group-label">
        {label}
      </div>
      {hint ? (
        <div id={`${id}-hint`} className="soft">
          {hint}
        </div>
      ) : null}
      <ToggleButtonGroup
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="toggle-group-list"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const chosen = options.find((option) => keys.has(option.value));
          if (chosen && chosen.value !== value) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <ToggleButton key={option.value} id={option.value} className="toggle">
            <span className="toggle-mark">
              <Icon name="check" />
            </span>
            <span>{option.label}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
