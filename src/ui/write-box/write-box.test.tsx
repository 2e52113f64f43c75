import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './write-box.examples.tsx';
import { WriteBox } from './write-box.tsx';

checkExamples(examples);

it('takes what is typed, line breaks too, and says what is wrong with it', async () => {
  const onChange = vi.fn();
  render(<WriteBox label="写给客服的话" value="" onChange={onChange} error="太长了。" />);
  const box = screen.getByRole('textbox', { name: '写给客服的话' });
  await userEvent.type(box, '{Enter}');
  expect(onChange).toHaveBeenCalledWith('\n');
  expect(box).toHaveAccessibleDescription('太长了。');
});
