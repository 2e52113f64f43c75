import { useState } from 'react';
import type { Example } from '../testing/example.ts';
import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx';

function Live(props: Omit<ChoiceGroupProps, 'value' | 'onChange'> & { start?: string }) {
  const [value, setValue] = useState(props.start);
  return <ChoiceGroup {...props} value={value} onChange={setValue} />;
}

const payout = [
  { value: 'cardOnFile', title: '打到原来那张卡', text: '工商银行，尾号 8810', picture: 'card' },
  { value: 'newCard', title: '换一张银行卡', text: '要填卡号', picture: 'receipt' },
  { value: 'counter', title: '去柜台领', text: '带上身份证', picture: 'counter' },
] as const;

export const examples: readonly Example[] = [
  { id: 'open', element: <Live label="钱打到哪里？" hint="选一个就行。" options={payout} /> },
  {
    id: 'chosen',
    element: (
      <Live
        label="为什么去医院？"
        options={[
          { value: 'illness', title: '生病', picture: 'illness' },
          { value: 'accident', title: '受伤', picture: 'accident' },
        ]}
        start="illness"
      />
    ),
  },
  {
    id: 'wrong',
    element: (
      <Live id="payout" label="钱打到哪里？" error="请选一个收钱的办法。" options={payout} />
    ),
  },
];
