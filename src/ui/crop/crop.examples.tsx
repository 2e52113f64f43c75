import type { Example } from '../testing/example.ts';
import { Crop } from './crop.tsx';

const paper = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="600" height="800" fill="#fffdf6"/><text x="60" y="400" font-size="40">2680.50</text></svg>',
)}`;

export const examples: readonly Example[] = [
  {
    id: 'a-line',
    element: (
      <Crop src={paper} alt="发票上的合计" box={{ x: 0.1, y: 0.45, width: 0.3, height: 0.06 }} />
    ),
  },
];
