import { Tag } from '../tag/tag.tsx';
import { TextLink } from '../text-link/text-link.tsx';
import type { Example } from '../testing/example.ts';
import { DataTable } from './data-table.tsx';

const columns = [
  { key: 'number', label: '报案号' },
  { key: 'who', label: '客户' },
  { key: 'state', label: '状态' },
  { key: 'amount', label: '金额', isNumber: true },
];

export const examples: readonly Example[] = [
  {
    id: 'claims',
    element: (
      <DataTable
        caption="理赔"
        columns={columns}
        rows={[
          {
            id: '1',
            cells: {
              number: <TextLink href="/staff/claims/1">SL 2026 0001</TextLink>,
              who: '示例客户',
              state: <Tag>已收到</Tag>,
              amount: '12,345.50',
            },
          },
          {
            id: '2',
            cells: {
              number: <TextLink href="/staff/claims/2">SL 2026 0002</TextLink>,
              who: '示例客户',
              state: <Tag kind="good">已付款</Tag>,
              amount: '980.00',
            },
          },
        ]}
      />
    ),
  },
  {
    id: 'empty',
    element: <DataTable caption="求助" columns={columns} rows={[]} empty="现在没有人等。" />,
  },
];
