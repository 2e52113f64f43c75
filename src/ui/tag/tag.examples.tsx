import type { Example } from '../testing/example.ts';
import { Tag } from './tag.tsx';

export const examples: readonly Example[] = [
  { id: 'plain', element: <Tag>已收到</Tag> },
  { id: 'good', element: <Tag kind="good">已付款</Tag> },
  { id: 'warn', element: <Tag kind="warn">等材料</Tag> },
  { id: 'wrong', element: <Tag kind="wrong">没通过</Tag> },
];
