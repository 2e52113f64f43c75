import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { fakeFetch, ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { StaffLinks } from './staff-links.tsx';

const link = {
  url: 'https://example.com/?m=senior&k=qr&e=1&sig=x',
  expiresAt: '2026-12-01T12:00:00Z',
};

async function open(routes: Routes) {
  const calls = fakeFetch(routes);
  const onSignedOut = vi.fn();
  await show(<StaffLinks onSignedOut={onSignedOut} />, { words: ['staff-links'] });
  return { calls, onSignedOut, user: userEvent.setup() };
}

describe('A link to the large-text page', () => {
  it('is made for the way in which it is handed over, as an address and as squares to scan', async () => {
    const { calls, user } = await open({ 'POST /api/staff/links': ok(link) });
    await user.click(screen.getByRole('radio', { name: /印出来/ }));
    await user.click(screen.getByRole('button', { name: '生成链接' }));
    expect(await screen.findByRole('textbox', { name: '链接' })).toHaveValue(link.url);
    expect(screen.getByRole('img', { name: '扫一扫，打开大字版' })).toBeInTheDocument();
    expect(calls.at(-1)?.body).toEqual({ kind: 'qr' });
  });

  it('that was made for another way is taken away', async () => {
    const { user } = await open({ 'POST /api/staff/links': ok(link) });
    await user.click(screen.getByRole('button', { name: '生成链接' }));
    await screen.findByRole('textbox', { name: '链接' });
    await user.click(screen.getByRole('radio', { name: /电话里/ }));
    expect(screen.queryByRole('textbox', { name: '链接' })).not.toBeInTheDocument();
  });

  it('says what to do when it cannot be copied', async () => {
    const { user } = await open({ 'POST /api/staff/links': ok(link) });
    await user.click(screen.getByRole('button', { name: '生成链接' }));
    await screen.findByRole('textbox', { name: '链接' });
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
    await user.click(screen.getByRole('button', { name: '复制链接' }));
    expect(await screen.findByText(/长按上面的链接/)).toBeInTheDocument();
  });

  it('asks to sign in again where the session has ended', async () => {
    const { onSignedOut, user } = await open({
      'POST /api/staff/links': problem(401, 'staff-sign-in-needed', '请登录'),
    });
    await user.click(screen.getByRole('button', { name: '生成链接' }));
    await vi.waitFor(() => expect(onSignedOut).toHaveBeenCalled());
  });
});
