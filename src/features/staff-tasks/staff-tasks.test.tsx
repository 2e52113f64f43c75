import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { StaffTask } from '#domain/api/appointment.ts';
import { fakeFetch, ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { StaffTasks } from './staff-tasks.tsx';

const visitTask: StaffTask = {
  id: 't1',
  kind: 'visit',
  createdAt: '2026-11-21T15:05:00+08:00',
  customerName: '王秀兰',
  maskedPhone: '138****0001',
  flow: 'hospital',
  papers: ['invoicePhotos'],
  day: '2026-11-24',
  part: 'morning',
  maskedAddress: '云江省青石市****',
  visitor: { name: '陈静' },
  isToCall: false,
};

async function open(routes: Routes) {
  const sent = fakeFetch(routes);
  const onSignedOut = vi.fn();
  await show(
    <StaffTasks
      onSignedOut={onSignedOut}
      paperName={(flow, field) => `${flow} ${field}`}
      branchName={(id) => `branch ${id}`}
    />,
    { words: ['staff', 'staff-tasks'] },
  );
  return { sent, onSignedOut };
}

describe('What staff have to do beside deciding', () => {
  it('tells when, for whom, what to fetch and where, the address masked', async () => {
    const call = {
      ...visitTask,
      id: 't2',
      day: undefined,
      part: undefined,
      maskedAddress: undefined,
      visitor: undefined,
      isToCall: true,
    };
    await open({ 'GET /api/staff/tasks': ok({ tasks: [visitTask, call] }) });
    const [, first, second] = within(await screen.findByRole('table')).getAllByRole('row');
    expect(first).toHaveTextContent('11月24日（星期二） 上午');
    expect(first).toHaveTextContent('上门收材料上门的人：陈静');
    expect(first).toHaveTextContent('王秀兰 138****0001');
    expect(first).toHaveTextContent('hospital invoicePhotos');
    expect(first).toHaveTextContent('云江省青石市****');
    expect(second).toHaveTextContent('打电话约上门');
    expect(second).toHaveTextContent('11月21日（星期六）下午3点05分 起');
  });

  it('shows the whole address for a reason, and says why it does not', async () => {
    await open({
      'GET /api/staff/tasks': ok({ tasks: [visitTask] }),
      'POST /api/staff/tasks/t1/unmask': ok({ address: '云江省青石市中山路 28 号' }),
    });
    await userEvent.click(await screen.findByRole('button', { name: '看完整地址：王秀兰' }));
    await userEvent.click(await screen.findByRole('button', { name: '看地址' }));
    expect(await screen.findByText('请选一个原因。')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: '要上门' }));
    await userEvent.click(screen.getByRole('button', { name: '看地址' }));
    expect(await screen.findByText('云江省青石市中山路 28 号')).toBeInTheDocument();
  });

  it('is done with one press, and says so; what the customer cancelled meanwhile is said too', async () => {
    await open({
      'GET /api/staff/tasks': ok({ tasks: [visitTask] }),
      'POST /api/staff/tasks/t1/done': problem(409, 'appointment-closed', '这一件已经取消了。'),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: '办好了：王秀兰，上门收材料' }),
    );
    expect(await screen.findByText('这一件已经取消了。')).toBeInTheDocument();
  });

  it('goes to the sign-in when the session has ended', async () => {
    const { onSignedOut } = await open({
      'GET /api/staff/tasks': problem(401, 'staff-sign-in-needed', '请先登录。'),
    });
    await waitFor(() => expect(onSignedOut).toHaveBeenCalled());
  });
});
