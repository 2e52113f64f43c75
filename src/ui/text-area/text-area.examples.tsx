import { useState } from 'react';
import type { Example } from '../testing/example.ts';
import { TextArea, type TextAreaProps } from './text-area.tsx';

function Live(props: Omit<TextAreaProps, 'value' | 'onChange'> & { start?: string }) {
  const [value, setValue] = useState(props.start ?? '');
  return <TextArea {...props} value={value} onChange={setValue} />;
}

export const examples: readonly Example[] = [
  { id: 'open', element: <Live label="出了什么事？" hint="用您自己的话说。" /> },
  {
    id: 'wrong',
    element: <Live label="出了什么事？" start="太长" count="多了 3 个字" error="写得太长了。" />,
  },
];
