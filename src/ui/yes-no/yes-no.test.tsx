import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './yes-no.examples.tsx';
import { YesNo } from './yes-no.tsx';

checkExamples(examples);

it('gives true for yes and false for no, and nothing before', async () => {
  const onChange = vi.fn();
  const { rerender } = render(
    <YesNo label="出院了吗？" yes="出院了" no="还没有" value={undefined} onChange={onChange} />,
  );
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: '还没有' }));
  expect(onChange).toHaveBeenLastCalledWith(false);
  rerender(<YesNo label="出院了吗？" yes="出院了" no="还没有" value={false} onChange={onChange} />);
  await userEvent.click(screen.getByRole('radio', { name: '出院了' }));
  expect(onChange).toHaveBeenLastCalledWith(true);
});
