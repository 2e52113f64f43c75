import type { Example } from '../testing/example.ts';
import { JobCard } from './job-card.tsx';

export const examples: readonly Example[] = [
  {
    id: 'list',
    element: (
      <ul className="job-list">
        <li>
          <JobCard
            href="/claims/new"
            picture="invoice"
            title="我要理赔"
            text="住院、看门诊都从这里开始"
          />
        </li>
        <li>
          <JobCard href="/claims" picture="search" title="我的理赔" text="看看办到哪一步了" />
        </li>
        <li>
          <JobCard href="/branches" picture="branch" title="去网点办" text="找一家近的" />
        </li>
      </ul>
    ),
  },
  { id: 'title-only', element: <JobCard href="/claims/new" picture="hospital" title="住院了" /> },
];
