import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './job-card.examples.tsx';
import { JobCard } from './job-card.tsx';

checkExamples(examples);

it('is one link, named by its title first', () => {
  render(<JobCard href="/claims" picture="search" title="查进度" text="看办到哪一步" />);
  const link = screen.getByRole('link', { name: /^查进度/ });
  expect(link).toHaveAttribute('href', '/claims');
  expect(link).toHaveAttribute('data-main');
});
