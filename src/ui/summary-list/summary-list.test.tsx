import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './summary-list.examples.tsx';
import { SummaryList } from './summary-list.tsx';

checkExamples(examples);

it('offers each answer for change by a link that names the question', () => {
  render(
    <SummaryList
      rows={[{ label: '哪一天住的院', value: '11月3日', changeHref: '/x', changeLabel: '修改' }]}
    />,
  );
  expect(screen.getByRole('link', { name: '修改 哪一天住的院' })).toHaveAttribute('href', '/x');
});
