import { Steps } from '../steps/steps.tsx';
import type { Example } from '../testing/example.ts';
import { Page } from './page.tsx';

export const examples: readonly Example[] = [
  { id: 'title', element: <Page title="您想办什么？">三件事，点一下就行。</Page> },
  {
    id: 'with-way-back',
    element: (
      <Page
        title="哪一天住的院？"
        lead="看一下出院小结，上面写着。"
        back={{ href: '/claims/new', label: '返回上一步' }}
        above={<Steps current={2} total={9} label="第 2 步，共 9 步" />}
      />
    ),
  },
];
