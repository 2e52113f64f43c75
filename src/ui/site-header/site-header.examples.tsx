import { Icon } from '../icon/icon.tsx';
import type { Example } from '../testing/example.ts';
import { TextLink } from '../text-link/text-link.tsx';
import { SiteHeader } from './site-header.tsx';

export const examples: readonly Example[] = [
  {
    id: 'with-settings',
    element: (
      <SiteHeader brand="银龄通道" homeHref="/" homeLabel="银龄通道，回首页">
        <TextLink href="/settings" icon={<Icon name="settings" />}>
          设置
        </TextLink>
      </SiteHeader>
    ),
  },
];
