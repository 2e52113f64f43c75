import { render, screen } from '@testing-library/react';
import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './qr-code.examples.tsx';
import { qrSquares } from './qr-squares.ts';

checkExamples(examples);

/** The squares as a camera sees them: so many pixels a square, one beside the other. */
function photo(squares: readonly (readonly boolean[])[], pixels = 8) {
  const side = squares.length * pixels;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const isDark = squares[Math.floor(y / pixels)]?.[Math.floor(x / pixels)];
      if (isDark) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  return { width: side, height: side, data };
}

it('is read back as what was put in', () => {
  const address = 'https://claims.example.com/claims/b3f0c9de-6f1c-4c0e-9a53-0d1c8f1c2a11';
  expect(decodeQR(photo(qrSquares(address)))).toBe(address);
});

it('is still read when a part of it is covered by a thumb', () => {
  const address = 'https://claims.example.com/claims/b3f0c9de';
  const squares = qrSquares(address).map((row, y) =>
    row.map((isDark, x) => (x > row.length - 12 && y > row.length - 12 ? false : isDark)),
  );
  expect(decodeQR(photo(squares))).toBe(address);
});

it('says what it is for to whoever cannot see it', () => {
  render(examples[0]?.element);
  expect(screen.getByRole('img', { name: '扫一扫，看进度' })).toBeInTheDocument();
});
