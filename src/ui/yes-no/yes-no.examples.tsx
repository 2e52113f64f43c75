import { useState } from 'react';
import type { Example } from '../testing/example.ts';
import { YesNo } from './yes-no.tsx';

function Live(props: { start?: boolean; error?: string; isLabelHidden?: boolean }) {
  const { start, ...rest } = props;
  const [value, setValue] = useState(start);
  return (
    <YesNo
      {...rest}
      label="现在出院了吗？"
      yes="出院了"
      no="还没有"
      value={value}
      onChange={setValue}
    />
  );
}

export const examples: readonly Example[] = [
  { id: 'open', element: <Live /> },
  { id: 'chosen', element: <Live start={true} /> },
  { id: 'wrong', element: <Live error="请选“出院了”或“还没有”。" isLabelHidden /> },
];
