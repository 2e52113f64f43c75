import type { Example } from '../testing/example.ts';
import { QrCode } from './qr-code.tsx';

export const examples: readonly Example[] = [
  {
    id: 'address',
    element: (
      <QrCode
        text="https://claims.example.com/claims/b3f0c9de-6f1c-4c0e-9a53-0d1c8f1c2a11"
        title="扫一扫，看进度"
      />
    ),
  },
];
