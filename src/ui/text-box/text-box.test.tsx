import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './text-box.examples.tsx';
import { TextBox } from './text-box.tsx';

checkExamples(examples);

it('hands on every character, and takes what the phone fills in by itself', async () => {
  const onChange = vi.fn();
  render(
    <TextBox
      label="手机号"
      value=""
      onChange={onChange}
      autoComplete="tel"
      inputMode="numeric"
      type="tel"
    />,
  );
  const box = screen.getByRole('textbox', { name: '手机号' });
  expect(box).toHaveAttribute('autocomplete', 'tel');
  await userEvent.type(box, '1');
  expect(onChange).toHaveBeenCalledWith('1');
});

it('ties its hint and its error to the box', () => {
  render(
    <TextBox
      label="手机号"
      hint="11 位数字。"
      value="138"
      onChange={vi.fn()}
      error="手机号少了几位。"
    />,
  );
  const box = screen.getByRole('textbox', { name: '手机号' });
  expect(box).toBeInvalid();
  expect(box).toHaveAccessibleDescription(/11 位数字。.*手机号少了几位。/);
});
