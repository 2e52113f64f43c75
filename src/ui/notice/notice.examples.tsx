import type { Example } from '../testing/example.ts';
import { Notice } from './notice.tsx';

export const examples: readonly Example[] = [
  { id: 'info', element: <Notice kind="info">填到一半也不怕，我们替您存着。</Notice> },
  {
    id: 'good',
    element: (
      <Notice kind="good" title="收到了">
        3 天内给您回话。
      </Notice>
    ),
  },
  {
    id: 'warn',
    element: (
      <Notice kind="warn" title="现在没有网" isStatus>
        您填的都在。连上网再提交。
      </Notice>
    ),
  },
];
