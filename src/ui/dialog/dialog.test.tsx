import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples, openExamples } from './dialog.examples.tsx';

checkExamples([...examples, ...openExamples]);

it('takes focus, is closed by its button or by Escape, and gives focus back', async () => {
  render(examples[0]?.element);
  const opener = screen.getByRole('button', { name: '查看卡号' });
  await userEvent.click(opener);
  const dialog = screen.getByRole('dialog', { name: '为什么要看卡号？' });
  expect(dialog.contains(document.activeElement)).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: '关闭' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await userEvent.click(opener);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});
