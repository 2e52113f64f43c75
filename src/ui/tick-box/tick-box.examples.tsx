import { useState } from 'react';
import type { Example } from '../testing/example.ts';
import { TickBox, type TickBoxProps } from './tick-box.tsx';

function Live({
  start = false,
  ...props
}: Omit<TickBoxProps, 'isSelected' | 'onChange'> & { start?: boolean }) {
  const [isSelected, setSelected] = useState(start);
  return <TickBox {...props} isSelected={isSelected} onChange={setSelected} />;
}

export const examples: readonly Example[] = [
  { id: 'open', element: <Live label="同意用我的病历办这次理赔" text="只用来办这一次。" /> },
  { id: 'ticked', element: <Live label="同意用我的病历办这次理赔" start /> },
  {
    id: 'wrong',
    element: (
      <Live id="healthConsent" label="同意用我的病历办这次理赔" error="要您同意，才能接着办。" />
    ),
  },
];
