import type { Example } from '../testing/example.ts';
import { Fold } from './fold.tsx';

export const examples: readonly Example[] = [
  {
    id: 'closed',
    element: (
      <Fold title="您填的内容">
        <p>生病，11月2日住进医院。</p>
      </Fold>
    ),
  },
];
