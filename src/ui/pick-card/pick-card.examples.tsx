import type { Example } from '../testing/example.ts';
import { PickCard } from './pick-card.tsx';

export const examples: readonly Example[] = [
  {
    id: 'several',
    element: (
      <ul className="pick-list">
        <li>
          <PickCard href="#a" picture="hospital" title="住院了" text="在医院住了一天以上" />
        </li>
        <li>
          <PickCard href="#b" picture="car" title="车子坏了" text="撞了、刮了、被偷了" />
        </li>
        <li>
          <PickCard href="#c" picture="candle" title="家里有人去世" />
        </li>
      </ul>
    ),
  },
];
