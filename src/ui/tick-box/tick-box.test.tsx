import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './tick-box.examples.tsx';
import { TickBox } from './tick-box.tsx';

checkExamples(examples);

it('is ticked by the person alone, and says what is wrong', async () => {
  const onChange = vi.fn();
  render(<TickBox label="我同意" isSelected={false} onChange={onChange} error="要您同意。" />);
  const box = screen.getByRole('checkbox', { name: '我同意' });
  expect(box).not.toBeChecked();
  expect(box).toHaveAccessibleDescription('要您同意。');
  await userEvent.click(box);
  expect(onChange).toHaveBeenCalledWith(true);
});
