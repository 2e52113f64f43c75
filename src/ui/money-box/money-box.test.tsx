import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './money-box.examples.tsx';
import { MoneyBox, type MoneyBoxProps } from './money-box.tsx';
import { readYuan, writeYuan } from './yuan.ts';

checkExamples(examples);

describe('a sum', () => {
  it.each([
    ['1234.5', 123450],
    ['1，234.50元', 123450],
    ['￥ 12 345', 1234500],
    ['１２．３０', 1230],
    ['12。5', 1250],
    ['-1', -100],
    ['0.01', 1],
    ['12.', 1200],
  ])('is understood as a person writes it: %s', (text, fen) => {
    expect(readYuan(text)).toBe(fen);
  });

  it.each(['', 'abc', '1e12', '1.234', '1.2.3', '一百'])('is not guessed from: %s', (text) => {
    expect(readYuan(text)).toBeUndefined();
  });

  it('comes back as it was given, to the last 分', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        (fen) => readYuan(writeYuan(fen)) === fen || Object.is(readYuan(writeYuan(fen)), -0),
      ),
    );
  });
});

function Live(props: Pick<MoneyBoxProps, 'onChange'>) {
  const [value, setValue] = useState<MoneyBoxProps['value']>();
  return (
    <MoneyBox
      label="一共多少钱？"
      unit="元"
      unknownLabel="我不清楚"
      value={value}
      onChange={(next) => {
        setValue(next);
        props.onChange(next);
      }}
    />
  );
}

it('keeps what is being typed as it is typed', async () => {
  const onChange = vi.fn();
  render(<Live onChange={onChange} />);
  const box = screen.getByRole('textbox', { name: '一共多少钱？' });
  await userEvent.type(box, '12.05');
  expect(box).toHaveValue('12.05');
  expect(onChange).toHaveBeenLastCalledWith(1205);
});

it('takes "I do not know" for an answer, and a sum after that', async () => {
  const onChange = vi.fn();
  render(<Live onChange={onChange} />);
  await userEvent.click(screen.getByRole('checkbox', { name: '我不清楚' }));
  expect(onChange).toHaveBeenLastCalledWith('unknown');
  await userEvent.type(screen.getByRole('textbox'), '8');
  expect(onChange).toHaveBeenLastCalledWith(800);
  expect(screen.getByRole('checkbox')).not.toBeChecked();
});
