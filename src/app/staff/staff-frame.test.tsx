import { renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeFetch, noContent, ok, type Routes } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { StaffFrame, useToSignIn } from './staff-frame.tsx';

const member = { id: 's1', username: 'agent1', displayName: '林晓燕', role: 'agent' };

async function open(routes: Routes) {
  fakeFetch({ 'GET /api/staff/me': ok(member), ...routes });
  const onGo = vi.fn();
  const page = (
    <StaffFrame current="/staff/queue" onGo={onGo}>
      <h1>求助</h1>
    </StaffFrame>
  );
  await show(page, { words: ['staff'] });
  return onGo;
}

afterEach(() => history.replaceState(null, '', '/'));

describe('Around every staff page', () => {
  it('stands who is signed in, the menu, and the page that is open', async () => {
    await open({});
    expect(await screen.findByText('林晓燕 · 客服')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '求助列表' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('link', { name: '理赔列表' })).toHaveAttribute('href', '/staff/claims');
  });

  it('stands the way out, which is only said to be taken when it is', async () => {
    const onGo = await open({ 'DELETE /api/staff/sessions': 'offline' });
    await userEvent.click(screen.getByRole('button', { name: '退出' }));
    expect(await screen.findByText('没有退出，请再试一次。')).toBeInTheDocument();
    expect(onGo).not.toHaveBeenCalled();
  });

  it('leads out to the sign-in page', async () => {
    const onGo = await open({ 'DELETE /api/staff/sessions': noContent });
    await userEvent.click(screen.getByRole('button', { name: '退出' }));
    await vi.waitFor(() => expect(onGo).toHaveBeenCalledWith('/staff'));
  });
});

describe('A session that has ended', () => {
  it('leads to the sign-in page and back, however often it is noticed', () => {
    history.replaceState(null, '', '/staff/claims/k1');
    const onGo = vi.fn((path: string) => history.replaceState(null, '', path));
    const { result } = renderHook(() => useToSignIn(onGo));
    result.current();
    result.current();
    expect(onGo).toHaveBeenCalledTimes(1);
    expect(onGo).toHaveBeenCalledWith('/staff?next=%2Fstaff%2Fclaims%2Fk1', { replace: true });
  });
});
