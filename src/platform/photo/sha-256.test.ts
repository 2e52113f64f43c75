import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256Of } from './sha-256.ts';

test('The same photo has the same number on a page that the browser gives no help with it', () => {
  for (const size of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_001]) {
    const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31 + size) % 256);
    expect(sha256Of(bytes), `${size} bytes`).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
