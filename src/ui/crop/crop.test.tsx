import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './crop.examples.tsx';
import { Crop, withMargin } from './crop.tsx';

checkExamples(examples);

describe('A part of a photo', () => {
  it('keeps inside the picture, with a little room around what is meant', () => {
    const part = withMargin({ x: 0, y: 0.9, width: 1, height: 0.1 });
    expect(part.x).toBe(0);
    expect(part.width).toBe(1);
    expect(part.y).toBeLessThan(0.9);
    expect(part.y + part.height).toBeCloseTo(1);
  });

  it('goes away where the photo cannot be shown: the value in words still stands there', () => {
    const { container } = render(
      <Crop src="gone.jpg" alt="发票上的合计" box={{ x: 0.1, y: 0.1, width: 0.2, height: 0.1 }} />,
    );
    fireEvent.error(screen.getByRole('img', { name: '发票上的合计' }));
    expect(container).toBeEmptyDOMElement();
  });
});
