import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { TextBox } from '../text-box/text-box.tsx';
import { YesNo } from '../yes-no/yes-no.tsx';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './error-summary.examples.tsx';
import { ErrorSummary } from './error-summary.tsx';

checkExamples(examples);

it('takes focus when it appears and again at the next attempt', () => {
  const errors = [{ href: '#phone', text: '手机号少了 1 位' }];
  const { rerender } = render(<ErrorSummary title="要改一处" errors={errors} attempt={1} />);
  expect(screen.getByRole('alert', { name: '要改一处' })).toHaveFocus();
  screen.getByRole('link').focus();
  rerender(<ErrorSummary title="要改一处" errors={errors} attempt={2} />);
  expect(screen.getByRole('alert')).toHaveFocus();
});

it('leads to the box, or to the first answer of a question', async () => {
  render(
    <>
      <ErrorSummary
        title="要改两处"
        errors={[
          { href: '#phone', text: '手机号少了 1 位' },
          { href: '#discharged', text: '请选一个' },
        ]}
      />
      <TextBox id="phone" label="手机号" value="" onChange={vi.fn()} />
      <YesNo
        id="discharged"
        label="出院了吗？"
        yes="出院了"
        no="还没有"
        value={undefined}
        onChange={vi.fn()}
      />
    </>,
  );
  await userEvent.click(screen.getByRole('link', { name: '手机号少了 1 位' }));
  expect(screen.getByRole('textbox', { name: '手机号' })).toHaveFocus();
  await userEvent.click(screen.getByRole('link', { name: '请选一个' }));
  expect(screen.getByRole('radio', { name: '出院了' })).toHaveFocus();
});
