import { Icon } from '../icon/icon.tsx';
import type { Example } from '../testing/example.ts';
import { LinkButton } from './link-button.tsx';

export const examples: readonly Example[] = [
  {
    id: 'main',
    element: (
      <LinkButton kind="main" href="/claims/new">
        开始报案
      </LinkButton>
    ),
  },
  { id: 'quiet', element: <LinkButton href="/claims">我的理赔</LinkButton> },
  {
    id: 'saves',
    element: (
      <LinkButton href="/receipt.png" download="receipt.png" icon={<Icon name="save" />}>
        存成图片
      </LinkButton>
    ),
  },
];
