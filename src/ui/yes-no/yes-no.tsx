import { ChoiceGroup } from '../choice-group/choice-group.tsx';
import type { FieldProps } from '../field/field-frame.tsx';

export interface YesNoProps extends FieldProps {
  yes: string;
  no: string;
  value: boolean | undefined;
  onChange: (value: boolean) => void;
}

/** Yes or no, side by side. Nothing is chosen beforehand: an answer that nobody gave is worse than none. */
export function YesNo({ yes, no, value, onChange, ...field }: YesNoProps) {
  return (
    <ChoiceGroup
      {...field}
      isRow
      options={[
        { value: 'yes', title: yes },
        { value: 'no', title: no },
      ]}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      onChange={(chosen) => onChange(chosen === 'yes')}
    />
  );
}
