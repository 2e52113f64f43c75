import { Button } from '../button/button.tsx';
import type { Example } from '../testing/example.ts';
import { Dock } from './dock.tsx';

export const examples: readonly Example[] = [
  {
    id: 'reading',
    element: (
      <Dock label="朗读">
        <p className="dock-text">正在朗读，语速：慢</p>
        <div className="dock-buttons">
          {['暂停', '停止', '慢些', '快些'].map((word) => (
            <Button key={word}>{word}</Button>
          ))}
        </div>
      </Dock>
    ),
  },
];
