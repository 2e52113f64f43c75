import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Claim, ClaimSummary } from '#domain/api/claim.ts';
import { fakeFetch, ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { ClaimList } from './claim-list.tsx';
import { ClaimSent } from './claim-sent.tsx';
import { OneClaim } from './one-claim.tsx';

const words = ['status', 'claims'];

const summary: ClaimSummary = {
  id: 'k1',
  number: 'SL261121123458',
  flow: 'hospital',
  status: 'received',
  submittedAt: '2026-11-21T14:00:00+08:00',
  promiseBy: '2026-11-23T14:30:00+08:00',
};
const claim: Claim = {
  ...summary,
  flowVersion: 1,
  lane: 'green',
  laneReasons: ['small-amount', 'papers-complete', 'age-first'],
  ruleVersion: '2026-11-01',
  clocks: [{ kind: 'decide', dueAt: '2026-12-21T14:00:00+08:00' }],
  withdrawUntil: '2026-11-21T14:10:00+08:00',
  timeline: [{ at: '2026-11-21T14:00:00+08:00', kind: 'received', actor: 'customer' }],
  documents: [
    { id: 'd1', kind: 'invoicePhotos', state: 'received' },
    { id: 'd2', kind: 'invoicePhotos', state: 'rejected', reason: 'cannot-open' },
  ],
  answers: { cause: 'illness' },
  steps: [],
  policies: [],
  appointments: [],
  can: { withdraw: false, proceed: false, askReview: false, sendPapers: false },
  isLate: false,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T15:00:00+08:00') });
  return () => vi.useRealTimers();
});

async function open(routes: Routes, page = <ClaimList />) {
  const onGo = vi.fn();
  const calls = fakeFetch(routes);
  await show(page, { words, onGo });
  return { calls, onGo, user: userEvent.setup() };
}

describe('My claims', () => {
  it('shows each claim with where it stands in words', async () => {
    await open({ 'GET /api/claims': ok({ claims: [summary] }) });
    const card = await screen.findByRole('link', { name: /住院理赔/ });
    expect(card).toHaveAttribute('href', '/claims/k1');
    expect(card).toHaveTextContent(
      '我们收到了您的申请。11月21日（星期六）申请，编号 SL 2611 2112 3458',
    );
  });

  it('shows the newest first', async () => {
    const older = {
      ...summary,
      id: 'k0',
      flow: 'outpatient',
      submittedAt: '2026-10-01T10:00:00+08:00',
    };
    await open({ 'GET /api/claims': ok({ claims: [older, summary] }) });
    await screen.findByRole('link', { name: /住院理赔/ });
    const cards = within(screen.getByRole('list')).getAllByRole('link');
    expect(cards.map((card) => card.getAttribute('href'))).toEqual(['/claims/k1', '/claims/k0']);
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

describe('One claim', () => {
  const page = <OneClaim id="k1" answers={() => <p>生病</p>} />;

  it('says where it stands, by when one hears from us, and the number in groups', async () => {
    await open({ 'GET /api/claims/k1': ok(claim) }, page);
    expect(
      await screen.findByRole('heading', { level: 1, name: '我们收到了您的申请' }),
    ).toBeInTheDocument();
    expect(screen.getByText('我们在11月23日（星期一）下午3点前告诉您结果。')).toBeInTheDocument();
    expect(screen.getByText('您的编号').parentElement).toHaveTextContent('SL 2611 2112 3458');
    expect(screen.getByText('生病')).toBeInTheDocument();
  });

  it('tells what has happened and what comes', async () => {
    await open({ 'GET /api/claims/k1': ok(claim) }, page);
    const heading = await screen.findByRole('heading', { name: '办到哪一步了' });
    const items = within(heading.parentElement as HTMLElement).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      expect.stringContaining('收到您的申请做完了 11月21日（星期六）下午2点'),
      expect.stringContaining('看您的材料正在做'),
      expect.stringContaining('告诉您结果还没到 11月23日（星期一）下午3点前'),
    ]);
  });

  it('gives its reasons, and each paper with its true state', async () => {
    await open({ 'GET /api/claims/k1': ok(claim) }, page);
    expect(await screen.findByText('金额不大，办得快。')).toBeInTheDocument();
    const [good, bad] = within(
      screen.getByRole('heading', { name: '您交的材料' }).parentElement as HTMLElement,
    ).getAllByRole('listitem');
    expect(good).toHaveTextContent('发票照片 1我们收到了');
    expect(bad).toHaveTextContent('发票照片 2收到了，但是不能用');
    expect(bad).toHaveTextContent('这张打不开。');
  });

  it('says plainly that we are late', async () => {
    await open(
      { 'GET /api/claims/k1': ok({ ...claim, promiseBy: '2026-11-21T14:59:00+08:00' }) },
      page,
    );
    expect(await screen.findByText(/过了我们说的时间，对不起/)).toBeInTheDocument();
  });

  it('promises nothing more once it is paid, and has words for what it does not know', async () => {
    const paid = {
      ...claim,
      status: 'paid',
      timeline: [...claim.timeline, { at: claim.promiseBy, kind: 'sang', actor: 'system' }],
    };
    await open({ 'GET /api/claims/k1': ok(paid) }, page);
    expect(
      await screen.findByRole('heading', { level: 1, name: '钱已经打给您了' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/告诉您结果/)).not.toBeInTheDocument();
    expect(screen.getByText('有了新进展')).toBeInTheDocument();
  });

  it('is not found when it is somebody else’s', async () => {
    await open({ 'GET /api/claims/k1': problem(404, 'not-found', '没有找到。') }, page);
    expect(
      await screen.findByRole('heading', { level: 1, name: '没有找到这份申请' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '看我的理赔' })).toHaveAttribute('href', '/claims');
  });
});

describe('The end of a claim', () => {
  const page = <ClaimSent id="k1" />;

  it('shows the number, what comes next and by when, and whom to call', async () => {
    await open({ 'GET /api/claims/k1': ok(claim) }, page);
    expect(
      await screen.findByText('我们在11月23日（星期一）下午3点前告诉您结果。'),
    ).toBeInTheDocument();
    expect(screen.getByText(/95500 12/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '看进度' })).toHaveAttribute('href', '/claims/k1');
    expect(screen.getByRole('link', { name: '回首页' })).toHaveAttribute('href', '/');
  });

  it('makes a picture of the number to keep, with nothing else of the person', async () => {
    const drawn: string[] = [];
    const pen = {
      measureText: (text: string) => ({ width: text.length * 40 }),
      fillRect: () => undefined,
      fillText: (text: string) => drawn.push(text),
    };
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as unknown as null);
    vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue(
      'data:image/png;base64,AA==',
    );
    const { user } = await open({ 'GET /api/claims/k1': ok(claim) }, page);
    await user.click(await screen.findByRole('button', { name: '把编号存成图片' }));
    expect(screen.getByRole('img', { name: /SL 2611 2112 3458/ })).toHaveAttribute(
      'src',
      'data:image/png;base64,AA==',
    );
    expect(screen.getByRole('link', { name: '保存图片' })).toHaveAttribute(
      'download',
      'SL261121123458.png',
    );
    expect(drawn.join('')).toContain('SL 2611 2112 3458');
    expect(drawn.join('')).toContain('95500 12');
    expect(drawn.join('')).not.toMatch(/住院|生病/);
  });

  it('says what to do where no picture can be made', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    const { user } = await open({ 'GET /api/claims/k1': ok(claim) }, page);
    await user.click(await screen.findByRole('button', { name: '把编号存成图片' }));
    expect(screen.getByText(/请把编号抄下来/)).toBeInTheDocument();
  });
});
