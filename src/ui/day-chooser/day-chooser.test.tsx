import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples, LiveDayChooser } from './day-chooser.examples.tsx';
import { addDays, daysIn, monthsIn, yearsIn } from './days.ts';

checkExamples(examples);

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const names = () => screen.getAllByRole('button').map((button) => button.textContent);

describe('a day by taps alone', () => {
  it('is one tap for yesterday, and is said back in words', async () => {
    const onChange = vi.fn();
    render(<LiveDayChooser onChange={onChange} />);
    await press(/昨天/);
    expect(onChange).toHaveBeenCalledWith('2026-11-20');
    expect(screen.getByRole('status')).toHaveTextContent('您选的是 2026年11月20日 星期五');
    expect(screen.getByRole('button', { name: /昨天/ })).toHaveAttribute('aria-pressed', 'true');
  });

  it('is year, month and day for one long ago', async () => {
    const onChange = vi.fn();
    render(<LiveDayChooser onChange={onChange} />);
    await press(/更早的一天/);
    await press('更早的年份');
    await press('2019年');
    await press('2月');
    expect(screen.getByText('2019年2月')).toBeInTheDocument();
    await press(/28/);
    expect(onChange).toHaveBeenCalledWith('2019-02-28');
    expect(screen.getByRole('button', { name: /今天/ })).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('2019年2月28日');
  });

  it('takes focus along to each next question', async () => {
    render(<LiveDayChooser />);
    await press(/更早的一天/);
    expect(screen.getByText('哪一年？')).toHaveFocus();
    await press('返回');
    expect(screen.getByRole('button', { name: /今天/ })).toBeInTheDocument();
  });

  it('offers no month and no day that has not come', async () => {
    render(<LiveDayChooser />);
    await press(/更早的一天/);
    await press('2026年');
    expect(names()).toContain('11月');
    expect(names()).not.toContain('12月');
    await press('11月');
    expect(names()).toContain('21');
    expect(names()).not.toContain('22');
  });

  it('offers nothing before the first day possible', () => {
    render(<LiveDayChooser from="2026-11-20" />);
    const group = within(screen.getByRole('group'));
    expect(group.getAllByRole('button')).toHaveLength(2);
  });

  it('changes nothing until a day is tapped', async () => {
    const onChange = vi.fn();
    render(<LiveDayChooser start="2026-03-05" onChange={onChange} />);
    await press(/更早的一天/);
    await press('2025年');
    await press('返回');
    expect(onChange).not.toHaveBeenCalled();
    expect(screen.getByRole('status')).toHaveTextContent('2026年3月5日');
  });

  it("speaks the page's language", () => {
    render(<LiveDayChooser lng="en" start="2026-03-05" />);
    expect(screen.getByRole('status')).toHaveTextContent('March 5, 2026 Thursday');
  });

  it('reaches every day of a span by some year and month, and no other day', () => {
    const day = fc.integer({ min: 0, max: 45_000 }).map((count) => addDays('1905-01-01', count));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), (from, length) => {
        const span = { from, to: addDays(from, length) };
        const offered = yearsIn(span).flatMap((year) =>
          monthsIn(span, year).flatMap((month) => daysIn(span, year, month)),
        );
        expect(new Set(offered).size).toBe(length + 1);
        expect(offered.every((one) => one >= span.from && one <= span.to)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
