import { Icon } from '../icon/icon.tsx';
import type { Example } from '../testing/example.ts';
import { TextLink } from './text-link.tsx';

export const examples: readonly Example[] = [
  { id: 'plain', element: <TextLink href="/privacy">我们怎样保管您的资料</TextLink> },
  {
    id: 'back',
    element: (
      <TextLink href="/" icon={<Icon name="back" />}>
        返回上一步
      </TextLink>
    ),
  },
  {
    id: 'current',
    element: (
      <TextLink href="/claims" isCurrent>
        我的理赔
      </TextLink>
    ),
  },
];
