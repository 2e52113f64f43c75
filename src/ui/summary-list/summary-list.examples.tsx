import type { Example } from '../testing/example.ts';
import { SummaryList } from './summary-list.tsx';

export const examples: readonly Example[] = [
  {
    id: 'answers',
    element: (
      <SummaryList
        rows={[
          {
            label: '为什么去医院',
            value: '生病',
            changeHref: '/claims/new/hospital/cause',
            changeLabel: '修改',
          },
          {
            label: '哪一天住的院',
            value: '2026年11月3日 星期二',
            changeHref: '/claims/new/hospital/admission',
            changeLabel: '修改',
          },
          {
            label: '收钱的卡',
            value: '6222 0212 3456 7890 123',
            changeHref: '/claims/new/hospital/payee-card',
            changeLabel: '修改',
          },
          { label: '报案号', value: 'SL 2026 1121 0007' },
        ]}
      />
    ),
  },
];
