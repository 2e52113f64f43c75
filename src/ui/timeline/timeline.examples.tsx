import type { Example } from '../testing/example.ts';
import { Timeline } from './timeline.tsx';

export const examples: readonly Example[] = [
  {
    id: 'claim',
    element: (
      <Timeline
        items={[
          {
            id: 'received',
            title: '收到您的理赔',
            state: 'done',
            stateLabel: '已完成',
            at: '11月21日 上午9点',
            dateTime: '2026-11-21T09:00:00+08:00',
          },
          {
            id: 'review',
            title: '正在看您的材料',
            state: 'now',
            stateLabel: '正在办',
            text: '最晚 11月24日 给您回话。',
          },
          { id: 'paid', title: '打钱', state: 'next', stateLabel: '还没到' },
        ]}
      />
    ),
  },
];
