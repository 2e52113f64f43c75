import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './picture.examples.tsx';
import { Picture } from './picture.tsx';

checkExamples(examples);

it('is silent beside words and speaks where it has a title', () => {
  const { container } = render(<Picture name="hospital" />);
  expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
  render(<Picture name="invoice" title="一张发票" />);
  expect(screen.getByRole('img', { name: '一张发票' })).toBeInTheDocument();
});
