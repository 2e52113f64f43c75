import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { fakeFetch, ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { StaffSignIn } from './staff-sign-in.tsx';

async function open(routes: Routes) {
  const calls = fakeFetch(routes);
  const onGo = vi.fn();
  await show(<StaffSignIn next="/staff/claims" onGo={onGo} />, { words: ['staff'] });
  return { calls, onGo, user: userEvent.setup() };
}

describe('Staff sign-in', () => {
  it('takes name and password and goes on', async () => {
    const { calls, onGo, user } = await open({ 'POST /api/staff/sessions': ok({ id: 's1' }) });
    await user.type(screen.getByRole('textbox', { name: '用户名' }), ' agent1');
    await user.type(screen.getByLabelText('密码'), 'secret words{Enter}');
    await waitFor(() => expect(onGo).toHaveBeenCalledWith('/staff/claims', { replace: true }));
    expect(calls[0]?.body).toEqual({ username: 'agent1', password: 'secret words' });
  });

  it('says in the server’s words that it failed, and keeps the name', async () => {
    const { user } = await open({
      'POST /api/staff/sessions': problem(401, 'staff-sign-in-wrong', '用户名或密码不对。'),
    });
    await user.type(screen.getByRole('textbox', { name: '用户名' }), 'agent1');
    await user.type(screen.getByLabelText('密码'), 'wrong');
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('用户名或密码不对。');
    expect(screen.getByRole('textbox', { name: '用户名' })).toHaveValue('agent1');
  });

  it('asks the server nothing while a field is empty', async () => {
    const { calls, user } = await open({});
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect(screen.getByRole('alert')).toHaveTextContent('请填用户名。请填密码。');
    expect(calls).toEqual([]);
  });
});
