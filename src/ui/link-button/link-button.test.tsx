import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './link-button.examples.tsx';
import { LinkButton } from './link-button.tsx';

checkExamples(examples);

it('is a real link, so that it works before the page has loaded its script', () => {
  render(
    <LinkButton kind="main" href="/claims/new">
      开始
    </LinkButton>,
  );
  const link = screen.getByRole('link', { name: '开始' });
  expect(link.tagName).toBe('A');
  expect(link).toHaveAttribute('href', '/claims/new');
  expect(link).toHaveAttribute('data-main');
});
