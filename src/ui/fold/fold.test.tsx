import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './fold.examples.tsx';

checkExamples(examples);

it('shows what it holds once it is pressed, and hides it again', async () => {
  render(examples[0]?.element);
  const inside = screen.getByText('生病，11月2日住进医院。');
  expect(inside).not.toBeVisible();
  await userEvent.click(screen.getByText('您填的内容'));
  expect(inside).toBeVisible();
  await userEvent.click(screen.getByText('您填的内容'));
  expect(inside).not.toBeVisible();
});
