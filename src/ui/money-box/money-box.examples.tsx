import { useState } from 'react';
import type { Example } from '../testing/example.ts';
import { MoneyBox, type MoneyBoxProps } from './money-box.tsx';

function Live({
  start,
  ...props
}: Omit<MoneyBoxProps, 'value' | 'onChange' | 'unit'> & { start?: MoneyBoxProps['value'] }) {
  const [value, setValue] = useState(start);
  return <MoneyBox {...props} unit="元" value={value} onChange={setValue} />;
}

export const examples: readonly Example[] = [
  {
    id: 'open',
    element: <Live label="一共花了多少钱？" hint="看发票上的合计。" unknownLabel="我不清楚" />,
  },
  {
    id: 'filled',
    element: <Live label="一共花了多少钱？" start={1_234_550} echo="12,345.50 元" />,
  },
  {
    id: 'unknown',
    element: <Live label="一共花了多少钱？" start="unknown" unknownLabel="我不清楚" />,
  },
  {
    id: 'wrong',
    element: <Live label="一共花了多少钱？" error="请填比 0 大的钱数。" unknownLabel="我不清楚" />,
  },
];
