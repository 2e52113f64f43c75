import { useState } from 'react';
import type { Example } from '../testing/example.ts';
import { ToggleGroup, type ToggleGroupProps } from './toggle-group.tsx';

function Live(props: Omit<ToggleGroupProps, 'onChange'>) {
  const [value, setValue] = useState(props.value);
  return <ToggleGroup {...props} value={value} onChange={setValue} />;
}

export const examples: readonly Example[] = [
  {
    id: 'mode',
    element: (
      <Live
        label="版本"
        options={[
          { value: 'standard', label: '标准版' },
          { value: 'senior', label: '长辈版' },
        ]}
        value="senior"
      />
    ),
  },
  {
    id: 'text',
    element: (
      <Live
        label="字的大小"
        hint="选了马上就变。"
        options={['小', '中', '大', '更大', '最大'].map((label, index) => ({
          value: String(index + 1),
          label,
        }))}
        value="2"
      />
    ),
  },
];
