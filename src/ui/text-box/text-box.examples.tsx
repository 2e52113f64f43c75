import { useState } from 'react';
import type { Example } from '../testing/example.ts';
import { TextBox, type TextBoxProps } from './text-box.tsx';

function Live({
  start = '',
  ...props
}: Omit<TextBoxProps, 'value' | 'onChange'> & { start?: string }) {
  const [value, setValue] = useState(start);
  return <TextBox {...props} value={value} onChange={setValue} />;
}

export const examples: readonly Example[] = [
  {
    id: 'phone',
    element: (
      <Live
        label="您的手机号"
        hint="11 位数字。"
        type="tel"
        inputMode="numeric"
        autoComplete="tel"
      />
    ),
  },
  {
    id: 'card',
    element: (
      <Live
        label="银行卡号"
        inputMode="numeric"
        start="6222021234567890123"
        echo="6222 0212 3456 7890 123"
      />
    ),
  },
  {
    id: 'wrong',
    element: (
      <Live
        label="您的手机号"
        start="1380013800"
        error="手机号少了 1 位，请再看一下。"
        type="tel"
        autoComplete="tel"
      />
    ),
  },
];
