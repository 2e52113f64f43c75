import { useState } from 'react';
import type { Example } from '../testing/example.ts';
import { WriteBox, type WriteBoxProps } from './write-box.tsx';

function Live({
  start = '',
  ...props
}: Pick<WriteBoxProps, 'label' | 'error'> & { start?: string }) {
  const [value, setValue] = useState(start);
  return <WriteBox {...props} value={value} onChange={setValue} />;
}

export const examples: readonly Example[] = [
  { id: 'empty', element: <Live label="写给客服的话" /> },
  { id: 'long', element: <Live label="长的话" start={'慢慢写，不着急。'.repeat(12)} /> },
  { id: 'wrong', element: <Live label="太长的话" start="太长" error="多了 3 个字。" /> },
];
