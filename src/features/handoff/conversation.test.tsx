import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  fakeFetch,
  noContent,
  ok,
  problem,
  type Routes,
} from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { Conversation } from './conversation.tsx';

const waiting = {
  conversationId: 'h1',
  state: 'waiting',
  position: 2,
  waitSeconds: { low: 150, high: 400 },
};
const log = (kind: string) =>
  ok({
    epoch: 'e',
    lastSeq: 1,
    events: [{ seq: 1, clientId: 'x', kind, actor: 'system', body: {}, at: '' }],
  });

async function open(routes: Routes) {
  const calls = fakeFetch({ 'GET /api/conversations/h1/events': log('requested'), ...routes });
  await show(<Conversation id="h1" />, { words: ['human'] });
  return calls;
}

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());

describe('One’s place in the queue', () => {
  it('is told with the wait, and the telephone beside it', async () => {
    await open({ 'GET /api/help-requests/current': ok(waiting) });
    expect(await screen.findByText('您排第 2 位')).toBeInTheDocument();
    expect(screen.getByText('大约等 3 到 7 分钟。')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '打电话 95500 12' })).toHaveAttribute(
      'href',
      'tel:9550012',
    );
  });

  it('promises no wait that nobody knows', async () => {
    await open({
      'GET /api/help-requests/current': ok({ ...waiting, position: 1, waitSeconds: null }),
    });
    expect(await screen.findByText('下一位就是您')).toBeInTheDocument();
    expect(screen.getByText(/还说不准/)).toBeInTheDocument();
  });

  it('is looked up again every ten seconds', async () => {
    let request = waiting;
    const calls = await open({ 'GET /api/help-requests/current': () => ok(request) });
    await screen.findByText('您排第 2 位');
    request = { ...waiting, state: 'active', position: 0 };
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(await screen.findByText('客服已经接到了。')).toBeInTheDocument();
    expect(calls.filter(({ path }) => path.endsWith('/current'))).toHaveLength(2);
  });

  it('stays on screen when the network goes, and says so', async () => {
    let isOnline = true;
    await open({ 'GET /api/help-requests/current': () => (isOnline ? ok(waiting) : 'offline') });
    await screen.findByText('您排第 2 位');
    isOnline = false;
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(await screen.findByText(/网络断了，下面是刚才的内容/)).toBeInTheDocument();
    expect(screen.getByText('您排第 2 位')).toBeInTheDocument();
  });

  it('is over when it was closed', async () => {
    await open({
      'GET /api/help-requests/current': noContent,
      'GET /api/conversations/h1/events': log('closed'),
    });
    expect(await screen.findByText(/这次帮忙已经结束/)).toBeInTheDocument();
  });

  it('is not found when it is somebody else’s', async () => {
    const gone = problem(404, 'not-found', '没有找到。');
    await open({
      'GET /api/help-requests/current': noContent,
      'GET /api/conversations/h1/events': gone,
    });
    expect(await screen.findByText(/没有找到您的排队/)).toBeInTheDocument();
  });
});
