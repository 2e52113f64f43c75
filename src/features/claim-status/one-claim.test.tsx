import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Claim } from '#domain/api/claim.ts';
import { ok } from '../../../test/support/fake-fetch.ts';
import { openClaim, part, posts, title } from '../../../test/support/open-claim.tsx';
import { claimExamples, type ClaimExample } from './claim.examples.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T14:02:00+08:00') });
  return () => vi.useRealTimers();
});

describe('One claim in every state', () => {
  const said: Record<ClaimExample, string> = {
    received: '我们收到了您的申请',
    inReview: '我们正在看您的材料',
    late: '我们正在看您的材料',
    papersNeeded: '还要您补几样材料',
    byOtherWays: '我们正在看您的材料',
    approved: '可以赔，正在准备打钱',
    partly: '可以赔一部分',
    refused: '这次没有赔',
    reopened: '另一个人正在重新看',
    paid: '钱已经打给您了',
    withdrawn: '您收回了这份申请',
  };

  it.each(Object.entries(said) as [ClaimExample, string][])(
    '%s: says “%s” first, and can be used without seeing it',
    async (name, words) => {
      const { baseElement } = await openClaim(claimExamples[name]);
      expect(title()).toHaveTextContent(words);
      const { violations } = await axe.run(baseElement, {
        rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );
});

describe('At a glance', () => {
  it('says what is next, by when with the days left, and that there is nothing to do', async () => {
    await openClaim(claimExamples.inReview);
    const rows = (await screen.findByText('还有 2 天')).closest('dl');
    expect(rows).toHaveTextContent(
      '接下来告诉您结果最晚11月23日（星期一）下午3点前还有 2 天您要做的不用做什么，等我们消息。',
    );
  });

  it('names what to do when papers are wanted', async () => {
    await openClaim(claimExamples.papersNeeded);
    expect(screen.getByText('把下面的材料补给我们。')).toBeInTheDocument();
  });

  it('says before being asked that we are late, and who is at it', async () => {
    await openClaim(claimExamples.late);
    expect(screen.getByText('我们慢了，对不起')).toBeInTheDocument();
    expect(screen.getByText('王敏正在催，主管也知道了。')).toBeInTheDocument();
    expect(screen.getByText('本来说').parentElement).toHaveTextContent(
      '11月23日（星期一）下午3点前',
    );
  });

  it('promises nothing more once it is paid', async () => {
    await openClaim(claimExamples.paid);
    expect(screen.queryByText('最晚')).not.toBeInTheDocument();
    expect(screen.getByText('都办完了。不明白，随时问我们。')).toBeInTheDocument();
  });
});

describe('What was promised', () => {
  it('shows every step with its day, the person in charge and the days of the law', async () => {
    await openClaim(claimExamples.inReview);
    const items = within(part('办到哪一步了')).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      '收到您的申请做完了 11月21日（星期六）下午2点',
      '看您的材料正在做',
      '告诉您结果还没到 11月23日（星期一）下午3点前',
      '把钱给您还没到',
    ]);
    expect(screen.getByRole('link', { name: /打电话给王敏/ })).toHaveAttribute(
      'href',
      'tel:02165000001',
    );
    expect(part('谁在办这件事')).toHaveTextContent('接电话的时间：08:30-17:00');
    expect(part('法律规定的日子')).toHaveTextContent(
      '最晚12月21日（星期一）晚上12点前，告诉您赔不赔。',
    );
  });

  it('names all policies that pay and has words for one that it does not know', async () => {
    const { user } = await openClaim(claimExamples.inReview);
    await user.click(screen.getByText('哪几份保险一起赔'));
    expect(screen.getByText('这一次最多 20,000.00 元')).toBeVisible();
  });

  it('has words for what a later server writes down', async () => {
    const claim = {
      ...claimExamples.paid,
      timeline: [{ at: claimExamples.paid.submittedAt, kind: 'sang', actor: 'system' }],
    };
    const { user } = await openClaim(claim);
    await user.click(screen.getByText('到现在发生了什么'));
    expect(screen.getByText('有了新进展')).toBeVisible();
  });
});

describe('Papers', () => {
  it('each have their true state with what to do', async () => {
    await openClaim(claimExamples.inReview);
    const [good, bad] = within(part('您的材料')).getAllByRole('listitem');
    expect(good).toHaveTextContent('发票照片 1我们收到了');
    expect(bad).toHaveTextContent('发票照片 2收到了，但是用不了');
    expect(bad).toHaveTextContent('这张打不开。请打电话，或去网点，我们帮您重新交。');
  });

  it('that come another way say so, with who comes, the code, and one tap to call it off', async () => {
    let claim: Claim = claimExamples.byOtherWays;
    const { user, calls } = await openClaim(() => claim, {
      'POST /api/appointments/a1/cancel': () => {
        claim = { ...claim, appointments: [] };
        return ok({});
      },
    });
    expect(part('您的材料')).toHaveTextContent('我们的人到您家来取');
    const visit = part('约好的事');
    expect(visit).toHaveTextContent('11月24日（星期二）上午');
    expect(visit).toHaveTextContent('来的人：赵丽');
    expect(visit).toHaveTextContent('来的人会说这个暗号4821');
    await user.click(screen.getByRole('button', { name: '不来了，取消' }));
    await waitFor(() => expect(screen.queryByText('约好的事')).not.toBeInTheDocument());
    expect(posts(calls)).toEqual([{ path: '/api/appointments/a1/cancel', body: {} }]);
    expect(screen.getByText('取消了。')).toBeInTheDocument();
    expect(title()).toHaveFocus();
  });

  it('that are wanted stand there all at once, each with its reason and a way to send it', async () => {
    await openClaim(claimExamples.papersNeeded);
    const wanted = part('请补这些材料');
    expect(wanted).toHaveTextContent('一次说全，后面不会再多要。');
    expect(within(wanted).getByRole('group', { name: /发票照片/ })).toHaveTextContent(
      '为什么要：第二张看不清日期',
    );
    expect(within(wanted).getAllByRole('button', { name: '拍照' })).toHaveLength(2);
  });
});
