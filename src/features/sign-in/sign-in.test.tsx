import { screen, waitFor } from '@testing-library/react';
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
import { SignIn } from './sign-in.tsx';

const customer = { id: 'c1', displayName: '王女士', maskedPhone: '138****0001', ageBand: '60to79' };

async function open(routes: Routes) {
  const calls = fakeFetch(routes);
  const onGo = vi.fn();
  await show(<SignIn next="/claims/new/hospital/payout" onGo={onGo} />, {
    words: ['sign-in', 'problems'],
  });
  return { calls, onGo, user: userEvent.setup() };
}

const phoneBox = () => screen.getByRole('textbox', { name: '手机号' });
const codeBox = () => screen.findByRole('textbox', { name: '短信里的 6 个数字' });

beforeEach(() => {
  sessionStorage.clear();
  sessionStore.setState({ customer: undefined });
});

describe('Signing in', () => {
  it('takes a phone number and the digits of a text, and returns to where one was', async () => {
    const { calls, onGo, user } = await open({
      'POST /api/sessions/codes': noContent,
      'POST /api/sessions': ok({ customer }),
    });
    expect(phoneBox()).toHaveAttribute('autocomplete', 'tel');
    expect(phoneBox()).toHaveAttribute('inputmode', 'tel');
    await user.type(phoneBox(), '138 0013 0001');
    await user.click(screen.getByRole('button', { name: '发短信给我' }));
    expect(await codeBox()).toHaveAttribute('autocomplete', 'one-time-code');
    expect(await codeBox()).toHaveAttribute('inputmode', 'numeric');
    expect(screen.getByText('短信发到了 138 0013 0001。')).toBeInTheDocument();
    await user.click(await codeBox());
    await user.paste(' 123 456');
    await user.click(screen.getByRole('button', { name: '登录' }));
    await waitFor(() =>
      expect(onGo).toHaveBeenCalledWith('/claims/new/hospital/payout', { replace: true }),
    );
    expect(calls.map(({ body }) => body)).toEqual([
      { phone: '13800130001' },
      { phone: '13800130001', code: '123456' },
    ]);
    expect(sessionStore.getState().customer).toEqual(customer);
  });

  it('says beside the field and above it how many digits are missing, and asks nobody', async () => {
    const { calls, user } = await open({});
    await user.type(phoneBox(), '1380013000');
    await user.click(screen.getByRole('button', { name: '发短信给我' }));
    const words = '手机号是 11 个数字，您填了 10 个。';
    expect(phoneBox()).toHaveAccessibleDescription(expect.stringContaining(words));
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(screen.getByRole('link', { name: words })).toBeInTheDocument();
    expect(calls).toEqual([]);
  });

  it('takes full-width digits and the country’s code', async () => {
    const { calls, user } = await open({ 'POST /api/sessions/codes': noContent });
    await user.type(phoneBox(), '+86 １３８００１３０００１');
    await user.click(screen.getByRole('button', { name: '发短信给我' }));
    await codeBox();
    expect(calls[0]?.body).toEqual({ phone: '13800130001' });
  });

  it('says a wrong code beside its field in the server’s words, and keeps what was typed', async () => {
    const { user } = await open({
      'POST /api/sessions/codes': noContent,
      'POST /api/sessions': problem(422, 'code-wrong', '数字不对，请再看一遍短信。'),
    });
    await user.type(phoneBox(), '13800130001{Enter}');
    await user.type(await codeBox(), '000000');
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect(
      await screen.findByRole('link', { name: '数字不对，请再看一遍短信。' }),
    ).toBeInTheDocument();
    expect(await codeBox()).toHaveValue('000000');
    expect(await codeBox()).toBeInvalid();
  });

  it('sends another text, offers another number and a person when no text comes', async () => {
    const { calls, user } = await open({ 'POST /api/sessions/codes': noContent });
    await user.type(phoneBox(), '13800130001{Enter}');
    await codeBox();
    expect(screen.getByRole('heading', { name: '收不到短信？' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '打电话 95500 12' })).toHaveAttribute(
      'href',
      'tel:9550012',
    );
    await user.click(screen.getByRole('button', { name: '再发一条短信' }));
    expect(await screen.findByText('又发了一条，请看最新的短信。')).toBeInTheDocument();
    expect(calls).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: '换一个手机号' }));
    expect(phoneBox()).toHaveValue('138 0013 0001');
  });

  it('says so when asked too often, without blaming the field', async () => {
    const { user } = await open({
      'POST /api/sessions/codes': problem(429, 'too-many-codes', '请等一分钟再试。'),
    });
    await user.type(phoneBox(), '13800130001{Enter}');
    expect(await screen.findByText('请等一分钟再试。')).toBeInTheDocument();
    expect(phoneBox()).toBeValid();
  });

  it('keeps the number when the network is gone, and works when pressed again', async () => {
    let isOnline = false;
    const { user } = await open({
      'POST /api/sessions/codes': () => (isOnline ? noContent : 'offline'),
    });
    await user.type(phoneBox(), '13800130001{Enter}');
    expect(await screen.findByText(/没有发出去/)).toBeInTheDocument();
    expect(phoneBox()).toHaveValue('13800130001');
    isOnline = true;
    await user.click(screen.getByRole('button', { name: '发短信给我' }));
    expect(await codeBox()).toBeInTheDocument();
  });

  it('still waits for the code when reading the text has cost the page', async () => {
    const { user } = await open({ 'POST /api/sessions/codes': noContent });
    await user.type(phoneBox(), '13800130001{Enter}');
    await codeBox();
    const again = await show(<SignIn next="/claims" onGo={() => undefined} />, {
      words: ['sign-in', 'problems'],
    });
    expect(again.container).toHaveTextContent('短信发到了 138 0013 0001。');
  });
});
