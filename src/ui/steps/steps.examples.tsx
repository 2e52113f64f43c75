import type { Example } from '../testing/example.ts';
import { Steps } from './steps.tsx';

export const examples: readonly Example[] = [
  { id: 'first', element: <Steps current={1} total={9} label="第 1 步，共 9 步" /> },
  { id: 'middle', element: <Steps current={5} total={13} label="第 5 步，共 13 步" /> },
  { id: 'last', element: <Steps current={4} total={4} label="最后一步" /> },
];
