import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeFetch, ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { DemoPhone } from './demo-phone.tsx';

const text = (id: string, words: string, at: string) => ({
  id,
  channel: 'sms',
  to: '138****0001',
  text: words,
  at,
});
const first = text('1', '您的验证码是 123456。', '2026-11-21T15:00:00+08:00');
const second = text('2', '您的申请收到了。', '2026-11-21T15:05:00+08:00');

async function open(routes: Routes) {
  fakeFetch(routes);
  await show(<DemoPhone />, { words: ['demo'] });
}

beforeEach(() =>
  vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date('2026-11-21T16:00:00+08:00') }),
);
afterEach(() => vi.useRealTimers());

describe('The demo phone', () => {
  it('shows the newest text on top, to whom and when', async () => {
    await open({ 'GET /api/demo/messages': ok({ messages: [first, second] }) });
    await screen.findByText('您的申请收到了。');
    const texts = within(screen.getByRole('log')).getAllByRole('listitem');
    expect(texts[0]).toHaveTextContent(
      '发给 138****0001 · 11月21日（星期六）下午3点05分您的申请收到了。',
    );
    expect(texts[1]).toHaveTextContent('123456');
  });

  it('finds new texts by itself', async () => {
    let messages = [first];
    await open({ 'GET /api/demo/messages': () => ok({ messages }) });
    await screen.findByText(/123456/);
    messages = [first, second];
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(await screen.findByText('您的申请收到了。')).toBeInTheDocument();
  });

  it('says that there are none yet', async () => {
    await open({ 'GET /api/demo/messages': ok({ messages: [] }) });
    expect(await screen.findByText(/还没有短信/)).toBeInTheDocument();
  });

  it('is not there in real use', async () => {
    await open({ 'GET /api/demo/messages': problem(404, 'not-found', '没有找到。') });
    expect(await screen.findByText('真的使用时，没有这一页。')).toBeInTheDocument();
  });
});
