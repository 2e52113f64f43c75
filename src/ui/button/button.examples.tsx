import { Icon } from '../icon/icon.tsx';
import type { Example } from '../testing/example.ts';
import { Button } from './button.tsx';

export const examples: readonly Example[] = [
  { id: 'main', element: <Button kind="main">下一步</Button> },
  { id: 'quiet', element: <Button>先放一放，以后再填</Button> },
  {
    id: 'human',
    element: (
      <Button kind="human" icon={<Icon name="person" />}>
        找真人帮忙
      </Button>
    ),
  },
  {
    id: 'danger',
    element: (
      <Button kind="danger" icon={<Icon name="remove" />}>
        删掉
      </Button>
    ),
  },
  {
    id: 'pending',
    element: (
      <Button kind="main" isPending>
        正在提交
      </Button>
    ),
  },
  { id: 'disabled', element: <Button isDisabled>发送验证码（58 秒后）</Button> },
];
