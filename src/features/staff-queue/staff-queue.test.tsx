import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { StaffHelpRequest } from '#domain/api/staff.ts';
import { fakeFetch, ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { StaffQueue } from './staff-queue.tsx';

const request: StaffHelpRequest = {
  conversationId: 'h1',
  state: 'waiting',
  position: 1,
  page: '/claims/new/hospital/invoice',
  step: 'invoice',
  flow: 'hospital',
  mode: 'senior',
  lng: 'zh-CN',
  customerName: '王女士',
  maskedPhone: '138****0001',
  enqueuedAt: '2026-11-21T15:05:00+08:00',
  asked: 2,
};

async function open(routes: Routes) {
  fakeFetch(routes);
  const onSignedOut = vi.fn();
  await show(
    <StaffQueue
      onSignedOut={onSignedOut}
      placeName={({ page, step }) => `${page} ${step ?? ''}`}
    />,
    {
      words: ['staff'],
    },
  );
  return onSignedOut;
}

describe('The queue as staff see it', () => {
  it('tells who waits, where they were, since when and how often they asked', async () => {
    const anonymous = {
      ...request,
      conversationId: 'h2',
      position: 2,
      customerName: undefined,
      maskedPhone: undefined,
      mode: 'standard',
    };
    await open({ 'GET /api/staff/queue': ok({ requests: [request, anonymous] }) });
    const [, first, second] = within(await screen.findByRole('table')).getAllByRole('row');
    expect(first).toHaveTextContent(
      '第 1 位王女士 138****0001/claims/new/hospital/invoice invoice长辈版',
    );
    expect(first).toHaveTextContent('11月21日（星期六）下午3点05分2 次');
    expect(second).toHaveTextContent('第 2 位未登录');
  });

  it('says that nobody waits', async () => {
    await open({ 'GET /api/staff/queue': ok({ requests: [] }) });
    expect(await screen.findByText('现在没有人在等。')).toBeInTheDocument();
  });

  it('sends whose session has ended to sign in', async () => {
    const onSignedOut = await open({
      'GET /api/staff/queue': problem(401, 'staff-sign-in-needed', '请先登录员工账号。'),
    });
    await waitFor(() => expect(onSignedOut).toHaveBeenCalled());
  });
});
