import { TextBox } from '../text-box/text-box.tsx';
import type { Example } from '../testing/example.ts';
import { ErrorSummary } from './error-summary.tsx';

export const examples: readonly Example[] = [
  {
    id: 'two',
    element: (
      <div className="stack">
        <ErrorSummary
          title="还有 2 处要改"
          help="点下面的字，就到要改的地方。"
          errors={[
            { href: '#summary-phone', text: '手机号少了 1 位' },
            { href: '/claims/new/hospital/invoice', text: '还没有发票的照片' },
          ]}
        />
        <TextBox
          id="summary-phone"
          label="您的手机号"
          value="1380013800"
          onChange={() => undefined}
          error="手机号少了 1 位"
        />
      </div>
    ),
  },
];
