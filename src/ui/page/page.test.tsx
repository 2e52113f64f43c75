import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './page.examples.tsx';
import { Page } from './page.tsx';

it('leaves focus alone on the first page and takes it to the title of each next one', () => {
  const { rerender } = render(<Page title="首页" />);
  expect(document.body).toHaveFocus();
  rerender(<Page title="申请理赔" />);
  expect(screen.getByRole('heading', { level: 1, name: '申请理赔' })).toHaveFocus();
});

it('offers the way back before the title', () => {
  render(<Page title="哪一天住的院？" back={{ href: '/', label: '返回' }} />);
  const back = screen.getByRole('link', { name: '返回' });
  const heading = screen.getByRole('heading', { level: 1 });
  expect(back.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

checkExamples(examples);
