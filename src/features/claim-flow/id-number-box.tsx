import { Button } from '#ui/button/button.tsx';
import { TextBox, type TextBoxProps } from '#ui/text-box/text-box.tsx';
import { idInGroups } from './describe-answer.ts';
import { plainDigits } from './plain-digits.ts';

interface IdNumberBoxProps extends Pick<
  TextBoxProps,
  'id' | 'label' | 'hint' | 'error' | 'isLabelHidden' | 'value' | 'onChange'
> {
  /** 最后一位是 X */
  lastIsX: string;
}

/**
 * The number of an ID card by the large keys for digits. They have no X, which one card in eleven ends with: it is a
 * button of its own, there when it is needed.
 */
export function IdNumberBox({ value, onChange, lastIsX, ...frame }: IdNumberBoxProps) {
  const hasAllButLast = /^\d{17}$/.test(value);
  return (
    <>
      <TextBox
        {...frame}
        value={value}
        onChange={(typed) => onChange(plainDigits(typed).toUpperCase())}
        inputMode="numeric"
        autoComplete="off"
        echo={value ? idInGroups(value) : undefined}
      />
      {hasAllButLast ? <Button onPress={() => onChange(`${value}X`)}>{lastIsX}</Button> : null}
    </>
  );
}
