import type { Example } from '../testing/example.ts';
import { TextBox } from '../text-box/text-box.tsx';
import { Gloss, type GlossPart } from './gloss.tsx';
import { GlossProvider, Plain } from './plain.tsx';

const total: GlossPart = { id: 'total', word: '合计', gloss: '所有的钱加起来，一共多少。' };
const invoice: GlossPart = { id: 'invoice', word: '发票', gloss: '医院收了钱，开给您的那张票。' };

export const examples: readonly Example[] = [
  {
    id: 'in-a-paragraph',
    element: (
      <p>
        <Gloss
          parts={['看', invoice, '上的“', total, '”。看不清也没关系，可以跳过去。']}
          closeLabel="知道了"
        />
      </p>
    ),
  },
  {
    id: 'in-a-hint',
    element: (
      <GlossProvider glossary={{ find: () => ['看发票上的“', total, '”。'], closeLabel: '知道了' }}>
        <TextBox
          label="发票一共多少钱？"
          hint={<Plain text="看发票上的“合计”。" />}
          value=""
          onChange={() => undefined}
        />
      </GlossProvider>
    ),
  },
];
