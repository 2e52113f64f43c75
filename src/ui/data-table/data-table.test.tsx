import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './data-table.examples.tsx';

checkExamples(examples);

it('is a table with a name, whose rows are named by their first cell', () => {
  render(examples[0]?.element);
  expect(screen.getByRole('table', { name: '理赔' })).toBeInTheDocument();
  expect(screen.getByRole('rowheader', { name: 'SL 2026 0001' })).toBeInTheDocument();
  expect(screen.getAllByRole('columnheader')).toHaveLength(4);
});
