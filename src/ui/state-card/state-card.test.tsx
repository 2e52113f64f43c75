import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './state-card.examples.tsx';

checkExamples(examples);

it('is one link that says what it is, where it stands and that it is late', () => {
  render(examples[0]?.element);
  const late = screen.getByRole('link', { name: /住医院的申请.*我们正在看.*我们慢了/ });
  expect(late).toHaveAttribute('href', '/claims/k2');
});
