import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './date-box.examples.tsx';
import { DateBox } from './date-box.tsx';

checkExamples(examples);

it('gives the day chosen and offers none after today', () => {
  const onChange = vi.fn();
  render(
    <DateBox
      label="哪一天？"
      today="2026-11-21"
      from="1950-02-01"
      value={undefined}
      onChange={onChange}
    />,
  );
  const box = screen.getByLabelText('哪一天？');
  expect(box).toHaveAttribute('max', '2026-11-21');
  expect(box).toHaveAttribute('min', '1950-02-01');
  fireEvent.change(box, { target: { value: '2026-11-03' } });
  expect(onChange).toHaveBeenCalledWith('2026-11-03');
});
