import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClaimSummary } from '#domain/api/claim.ts';
import {
  fakeFetch,
  noContent,
  ok,
  problem,
  type Routes,
} from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { ClaimList } from './claim-list.tsx';

const summary: ClaimSummary = {
  id: 'k1',
  number: 'SL261121123458',
  flow: 'hospital',
  status: 'received',
  submittedAt: '2026-11-21T14:00:00+08:00',
  promiseBy: '2026-11-23T14:30:00+08:00',
};
const event = {
  id: 'e1',
  flow: 'hospital',
  hospital: '市第一医院',
  day: '2026-11-18',
  totalFen: 286_050,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T15:00:00+08:00') });
  return () => vi.useRealTimers();
});

async function open(routes: Routes) {
  const onGo = vi.fn();
  const calls = fakeFetch({
    'GET /api/drafts': ok({ drafts: [] }),
    'GET /api/me/events': ok({ events: [] }),
    ...routes,
  });
  await show(<ClaimList onGo={onGo} />, { words: ['status', 'claims'], onGo });
  return { calls, onGo, user: userEvent.setup() };
}

describe('My claims', () => {
  it('shows each claim with where it stands in words', async () => {
    await open({ 'GET /api/claims': ok({ claims: [summary] }) });
    const card = await screen.findByRole('link', { name: /住院理赔/ });
    expect(card).toHaveAttribute('href', '/claims/k1');
    expect(card).toHaveTextContent('我们收到了您的申请');
    expect(card).toHaveTextContent('11月21日（星期六）申请，编号 SL 2611 2112 3458');
    expect(card).not.toHaveTextContent('我们慢了');
  });

  it('shows the newest first, and says of a late one that we are late', async () => {
    const older: ClaimSummary = {
      ...summary,
      id: 'k0',
      flow: 'outpatient',
      isLate: true,
      submittedAt: '2026-10-01T10:00:00+08:00',
    };
    await open({ 'GET /api/claims': ok({ claims: [older, summary] }) });
    await screen.findByRole('link', { name: /住院理赔/ });
    const cards = within(screen.getByRole('list')).getAllByRole('link');
    expect(cards.map((card) => card.getAttribute('href'))).toEqual(['/claims/k1', '/claims/k0']);
    expect(cards[1]).toHaveTextContent('我们慢了，正在催');
  });

  it('offers the one next thing when there is none', async () => {
    await open({ 'GET /api/claims': ok({ claims: [] }) });
    expect(await screen.findByRole('link', { name: '申请理赔' })).toHaveAttribute(
      'href',
      '/claims/new',
    );
  });

  it('asks to sign in first and to come back', async () => {
    await open({ 'GET /api/claims': problem(401, 'sign-in-needed', '请先登录。') });
    expect(await screen.findByRole('link', { name: '用手机号登录' })).toHaveAttribute(
      'href',
      '/sign-in?next=/claims',
    );
  });

  it('says that the network is gone, and shows them when tried again', async () => {
    let isOnline = false;
    const { user } = await open({
      'GET /api/claims': () => (isOnline ? ok({ claims: [summary] }) : 'offline'),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('网络好像断了');
    isOnline = true;
    await user.click(screen.getByRole('button', { name: '再试一次' }));
    expect(await screen.findByRole('link', { name: /住院理赔/ })).toBeInTheDocument();
  });

  it('says in the server’s own words when the server cannot', async () => {
    await open({
      'GET /api/claims': problem(503, 'store-unavailable', '系统正在休息，请过五分钟再来。'),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('系统正在休息，请过五分钟再来。');
  });
});

describe('What was begun and not sent', () => {
  it('is offered to go on with, one with nothing in it is not', async () => {
    await open({
      'GET /api/claims': ok({ claims: [] }),
      'GET /api/drafts': ok({
        drafts: [
          { id: 'x', flow: 'outpatient', version: 4, updatedAt: '2026-11-20T10:00:00+08:00' },
          { id: 'y', flow: 'hospital', version: 1, updatedAt: '2026-11-21T10:00:00+08:00' },
        ],
      }),
    });
    const card = await screen.findByRole('link', { name: /门诊理赔/ });
    expect(card).toHaveTextContent('还没交给我们');
    expect(card).toHaveTextContent('11月20日（星期五）填的都还在，接着填就行。');
    expect(card).toHaveAttribute('href', '/claims/new/outpatient/check');
    expect(screen.queryByRole('link', { name: /住院理赔/ })).not.toBeInTheDocument();
  });
});

describe('What the insurer learned of by itself', () => {
  const withEvent = {
    'GET /api/claims': ok({ claims: [] }),
    'GET /api/me/events': ok({ events: [event] }),
  };

  it('is told plainly, and one yes opens the draft', async () => {
    const { user, calls, onGo } = await open({
      ...withEvent,
      'POST /api/me/events/e1/draft': ok({ draftId: 'x', flow: 'hospital' }),
    });
    const offer = await screen.findByRole('region', { name: '要不要帮您申请？' });
    expect(offer).toHaveTextContent(
      '我们收到了市第一医院的发票，日子是11月18日（星期三）。一共 2,860.50 元。',
    );
    await user.click(within(offer).getByRole('button', { name: '好，帮我申请' }));
    expect(onGo).toHaveBeenCalledWith('/claims/new/hospital/check');
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('goes away quietly on “not now”, is not asked about again, and no claim is begun', async () => {
    const { user, calls } = await open({
      ...withEvent,
      'GET /api/me/events': ok({ events: [{ ...event, id: 'e2' }] }),
      'POST /api/me/events/e2/dismiss': noContent,
    });
    await user.click(await screen.findByRole('button', { name: '先不用' }));
    expect(screen.queryByText('要不要帮您申请？')).not.toBeInTheDocument();
    expect(calls.filter(({ method }) => method !== 'GET').map(({ path }) => path)).toEqual([
      '/api/me/events/e2/dismiss',
    ]);
  });

  it('says why when the draft cannot be opened, and lets it be tried again', async () => {
    const { user } = await open({
      ...withEvent,
      'GET /api/me/events': ok({ events: [{ ...event, id: 'e3' }] }),
      'POST /api/me/events/e3/draft': 'offline',
    });
    await user.click(await screen.findByRole('button', { name: '好，帮我申请' }));
    expect(await screen.findByText(/没有办成。请再按一次/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '好，帮我申请' })).toBeEnabled();
  });
});
