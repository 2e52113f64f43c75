import type { Example } from '../testing/example.ts';
import { Recording } from './recording.tsx';

const words = { play: '听一听', stop: '先停下', failed: '放不出来。', picture: '录的像' };

export const examples: readonly Example[] = [
  { id: 'sound', element: <Recording url="/none" isVideo={false} words={words} /> },
  { id: 'picture', element: <Recording url="/none" isVideo words={words} /> },
];
