import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Claim } from '#domain/api/claim.ts';
import { fakeFetch, ok, problem } from '../../../test/support/fake-fetch.ts';
import { openClaim, part, posts, title } from '../../../test/support/open-claim.tsx';
import { show } from '../../../test/support/show.tsx';
import { claimExamples } from './claim.examples.ts';
import { OneClaim } from './one-claim.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T14:02:00+08:00') });
  return () => vi.useRealTimers();
});

describe('Ten minutes to take it back', () => {
  it('says until when in words, without a clock that runs', async () => {
    await openClaim(claimExamples.received);
    expect(part('想改，还来得及')).toHaveTextContent(
      '下午2点10分之前，都可以改，也可以收回。不用说为什么。',
    );
    expect(screen.queryByRole('timer')).not.toBeInTheDocument();
  });

  it('takes it back with one tap, and the draft is open to go on with', async () => {
    let claim: Claim = claimExamples.received;
    const { user, calls } = await openClaim(() => claim, {
      'POST /api/claims/k1/withdraw': () => {
        claim = claimExamples.withdrawn;
        return ok({ draftId: 'draft1' });
      },
    });
    await user.click(screen.getByRole('button', { name: '收回这份申请' }));
    await waitFor(() => expect(title()).toHaveTextContent('您收回了这份申请'));
    expect(title()).toHaveFocus();
    expect(screen.getByText('您填的都还在。改好了，再交一次就行。')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '接着改' })).toHaveAttribute(
      'href',
      '/claims/new/hospital/check',
    );
    expect(posts(calls)).toHaveLength(1);
  });

  it('goes straight to the answers for who wants to change something', async () => {
    const { user, onGo } = await openClaim(claimExamples.received, {
      'POST /api/claims/k1/withdraw': ok({ draftId: 'draft1' }),
    });
    await user.click(screen.getByRole('button', { name: '我要改一改' }));
    await waitFor(() => expect(onGo).toHaveBeenCalledWith('/claims/new/hospital/check'));
  });

  it('says in the server’s words when it is too late', async () => {
    const { user } = await openClaim(claimExamples.received, {
      'POST /api/claims/k1/withdraw': problem(
        409,
        'withdraw-window-passed',
        '时间过了，现在收不回来了。',
      ),
    });
    await user.click(screen.getByRole('button', { name: '收回这份申请' }));
    expect(await screen.findByText('时间过了，现在收不回来了。')).toBeInTheDocument();
  });

  it('goes on at once only after one more yes, in the page', async () => {
    let claim: Claim = claimExamples.received;
    const { user, calls } = await openClaim(() => claim, {
      'POST /api/claims/k1/proceed': () => {
        claim = claimExamples.approved;
        return ok({});
      },
    });
    await user.click(screen.getByRole('button', { name: '不用等，现在就办' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    const question = screen.getByRole('group', { name: '现在就办吗？' });
    expect(within(question).getByRole('heading')).toHaveFocus();
    expect(question).toHaveTextContent('就不能再收回了');
    await user.click(within(question).getByRole('button', { name: '再等等' }));
    expect(posts(calls)).toEqual([]);
    await user.click(screen.getByRole('button', { name: '不用等，现在就办' }));
    await user.click(screen.getByRole('button', { name: '对，现在就办' }));
    await waitFor(() => expect(title()).toHaveTextContent('可以赔，正在准备打钱'));
    expect(posts(calls)).toEqual([{ path: '/api/claims/k1/proceed', body: {} }]);
    expect(screen.queryByText('想改，还来得及')).not.toBeInTheDocument();
  });
});

describe('The decision', () => {
  it('says the amount in figures and in words, and where the money goes', async () => {
    await openClaim(claimExamples.approved);
    expect(part('我们的决定')).toHaveTextContent('赔给您2,860.50 元二千八百六十元五角');
    expect(part('给您的钱')).toHaveTextContent('打到您原来的银行卡');
    expect(part('给您的钱')).toHaveTextContent('最晚12月1日（星期二）晚上12点前给您。');
  });

  it('to pay a part says why the rest is not paid, and why money for a new card waits', async () => {
    await openClaim(claimExamples.partly);
    expect(part('我们的决定')).toHaveTextContent('一千二百元');
    expect(part('我们的决定')).toHaveTextContent('护工的钱，这份保险不管。');
    expect(part('给您的钱')).toHaveTextContent('怕有人骗您，我们先打电话问您本人。');
  });

  it('not to pay has plain words, the clause, who decided it, and one tap to another person', async () => {
    let claim: Claim = claimExamples.refused;
    const { user, calls } = await openClaim(() => claim, {
      'POST /api/claims/k1/review': () => {
        claim = claimExamples.reopened;
        return ok({});
      },
    });
    const decision = part('我们的决定');
    expect(decision).toHaveTextContent('保险管看病，不管美容，所以没有赔。');
    expect(decision).toHaveTextContent('第七条第三款：美容、整形的费用');
    expect(decision).toHaveTextContent('做决定的人：李强');
    await user.click(screen.getByRole('button', { name: '请另一个人再看一遍' }));
    await waitFor(() => expect(title()).toHaveTextContent('另一个人正在重新看'));
    expect(posts(calls)).toEqual([{ path: '/api/claims/k1/review', body: {} }]);
    expect(part('法律规定的日子')).toHaveTextContent(
      '重新看，最晚11月26日（星期四）下午5点前有结果。',
    );
  });

  it('that was paid says when, and what to do when nothing came', async () => {
    await openClaim(claimExamples.paid);
    expect(part('给您的钱')).toHaveTextContent('钱已经给您了，11月22日（星期日）上午10点。');
    expect(part('给您的钱')).toHaveTextContent('没收到？请打电话 95500 12。');
  });
});

describe('The page looks again by itself', () => {
  const comeBack = () => act(async () => void dispatchEvent(new Event('focus')));

  it('says what changed and nothing else, and moves nobody', async () => {
    let claim: Claim = claimExamples.inReview;
    await openClaim(() => claim);
    const link = screen.getByRole('link', { name: /打电话给王敏/ });
    link.focus();
    await comeBack();
    expect(screen.queryByText(/有新消息/)).not.toBeInTheDocument();
    claim = claimExamples.paid;
    await comeBack();
    await waitFor(() =>
      expect(screen.getByText('有新消息：钱已经打给您了')).toHaveAttribute('role', 'status'),
    );
    expect(title()).toHaveTextContent('钱已经打给您了');
    expect(link).toHaveFocus();
  });

  it('tells of a paper that turned out to be of no use', async () => {
    let claim: Claim = { ...claimExamples.inReview, documents: claimExamples.paid.documents };
    await openClaim(() => claim);
    claim = claimExamples.inReview;
    await comeBack();
    expect(await screen.findByText(/发票照片，我们用不了。看看怎么办。/)).toBeInTheDocument();
  });

  it('keeps what it shows when the network is gone, and says so', async () => {
    let isOnline = true;
    await openClaim(claimExamples.inReview, {
      'GET /api/claims/k1': () => (isOnline ? ok(claimExamples.inReview) : 'offline'),
    });
    isOnline = false;
    await comeBack();
    expect(await screen.findByText('网络断了，下面是刚才的内容。')).toBeInTheDocument();
    expect(title()).toHaveTextContent('我们正在看您的材料');
    isOnline = true;
    await act(async () => void dispatchEvent(new Event('online')));
    await waitFor(() =>
      expect(screen.queryByText('网络断了，下面是刚才的内容。')).not.toBeInTheDocument(),
    );
  });

  it('keeps what it shows when the server has a bad moment', async () => {
    let isWell = true;
    await openClaim(claimExamples.inReview, {
      'GET /api/claims/k1': () =>
        isWell ? ok(claimExamples.inReview) : problem(503, 'store-unavailable', '请过五分钟再来。'),
    });
    isWell = false;
    await comeBack();
    expect(title()).toHaveTextContent('我们正在看您的材料');
  });
});

it('A claim that is somebody else’s is not found', async () => {
  fakeFetch({ 'GET /api/claims/k1': problem(404, 'not-found', '没有找到。') });
  await show(<OneClaim id="k1" onGo={() => undefined} />, { words: ['status', 'claims'] });
  expect(
    await screen.findByRole('heading', { level: 1, name: '没有找到这份申请' }),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '看我的理赔' })).toHaveAttribute('href', '/claims');
});
