import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { fakeFetch, ok } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { TypedPaper } from './typed-paper.tsx';

it('What a photo says that was not read is typed by staff', async () => {
  const user = userEvent.setup();
  const onDone = vi.fn();
  const calls = fakeFetch({ 'POST /api/staff/claims/k1/typed': ok({ id: 'k1' }) });
  await show(
    <TypedPaper claimId="k1" documentId="d1" name="发票照片 1" fields={[]} onDone={onDone} />,
    { words: ['staff', 'claims', 'status'] },
  );
  expect(screen.getByText('机器没有读出内容。')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: '录入照片上的内容：发票照片 1' }));
  await user.click(screen.getByRole('radio', { name: '发票金额（元）' }));
  await user.type(screen.getByRole('textbox', { name: '照片上写的是' }), '128.50');
  await user.click(screen.getByRole('button', { name: '保存' }));
  expect(onDone).toHaveBeenCalledWith({ id: 'k1' });
  expect(calls[0]?.body).toEqual({ documentId: 'd1', name: 'totalFen', value: '128.50' });
});
