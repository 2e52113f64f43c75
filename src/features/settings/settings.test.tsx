import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionStore } from '#platform/session/session.ts';
import {
  fakeFetch,
  noContent,
  ok,
  problem,
  type Routes,
} from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { Settings } from './settings.tsx';

const customer = { id: 'c1', displayName: '王女士', maskedPhone: '138****0001', ageBand: '60to79' };
const nobody: Routes = { 'GET /api/me': problem(401, 'sign-in-needed', '请先登录。') };

async function open(routes: Routes = nobody) {
  fakeFetch(routes);
  await show(<Settings />, { words: ['settings'] });
  return userEvent.setup();
}

const choice = (group: string | RegExp, name: string) =>
  within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name });

beforeEach(() => sessionStore.setState({ customer: undefined }));

describe('Settings', () => {
  it('switch the easy version on at once, under each name that the rules know', async () => {
    const user = await open();
    for (const name of ['长辈版', '亲情版', '关爱版', '关怀版', '大字版']) {
      expect(screen.getAllByText(new RegExp(name)).length).toBeGreaterThan(0);
    }
    await user.click(choice('长辈版', '开'));
    expect(document.documentElement).toHaveAttribute('data-mode', 'senior');
    expect(document.cookie).toContain('sl_display=senior.1.normal');
    await user.click(choice('长辈版', '关'));
    expect(document.documentElement).toHaveAttribute('data-mode', 'standard');
  });

  it('change the size of the text in five steps, beside a sample', async () => {
    const user = await open();
    expect(screen.getByText('这就是您以后看到的字。')).toBeInTheDocument();
    await user.click(choice('字的大小', '最大'));
    expect(document.documentElement).toHaveAttribute('data-text', '5');
    await user.click(choice('字的大小', '小'));
    expect(document.documentElement).toHaveAttribute('data-text', '1');
  });

  it('make everything clearer', async () => {
    const user = await open();
    await user.click(choice('颜色深浅', '更清楚'));
    expect(document.documentElement).toHaveAttribute('data-contrast', 'high');
  });

  it('change the language of the page and of the pages to come', async () => {
    const user = await open();
    await user.click(choice('语言', 'English'));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Text and settings' }),
    ).toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute('lang', 'en');
    expect(document.cookie).toContain('sl_lng=en');
  });

  it('say who is signed in, and sign out', async () => {
    const user = await open({ 'GET /api/me': ok({ customer }), 'DELETE /api/sessions': noContent });
    expect(await screen.findByText('王女士，您用 138****0001 登录了。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '退出登录' }));
    expect(await screen.findByText('已经退出登录。')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '用手机号登录' })).toHaveAttribute(
      'href',
      '/sign-in?next=/settings',
    );
  });

  it('never say that one is signed out when the server did not hear it', async () => {
    const user = await open({ 'GET /api/me': ok({ customer }), 'DELETE /api/sessions': 'offline' });
    await user.click(await screen.findByRole('button', { name: '退出登录' }));
    expect(await screen.findByText(/没有退出/)).toBeInTheDocument();
    expect(screen.getByText(/138\*\*\*\*0001/)).toBeInTheDocument();
  });

  it('work without the server', async () => {
    vi.spyOn(console, 'error');
    const user = await open({ 'GET /api/me': 'offline' });
    await user.click(choice('长辈版', '开'));
    expect(document.documentElement).toHaveAttribute('data-mode', 'senior');
  });
});
