import type { Example } from '../testing/example.ts';
import { StateCard } from './state-card.tsx';

export const examples: readonly Example[] = [
  {
    id: 'claims',
    element: (
      <ul className="job-list">
        <li>
          <StateCard
            href="/claims/k2"
            picture="hospital"
            title="住医院的申请"
            state="我们正在看您的材料"
            alarm="我们慢了，正在催"
            text="11月3日（星期二）申请"
          />
        </li>
        <li>
          <StateCard
            href="/claims/k1"
            picture="clinic"
            title="看医生的申请"
            state="钱已经打给您了"
            kind="good"
            text="10月1日（星期四）申请"
          />
        </li>
      </ul>
    ),
  },
];
