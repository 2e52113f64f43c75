import { useState } from 'react';
import type { Example } from '../testing/example.ts';
import { DateBox } from './date-box.tsx';

function Live({ start, error }: { start?: string; error?: string }) {
  const [value, setValue] = useState(start);
  return (
    <DateBox
      label="哪一天住的院？"
      hint="出院小结上写着。"
      today="2026-11-21"
      value={value}
      onChange={setValue}
      error={error}
    />
  );
}

export const examples: readonly Example[] = [
  { id: 'open', element: <Live /> },
  { id: 'filled', element: <Live start="2026-11-03" /> },
  { id: 'wrong', element: <Live start="2026-11-30" error="这一天还没到，请再选一下。" /> },
];
