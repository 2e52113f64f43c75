import { act, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { noContent, ok, problem } from '../../../test/support/fake-fetch.ts';
import { AT, context, desk, openDesk, row } from '../../../test/support/open-desk.tsx';

beforeEach(() => {
  document.title = '求助台';
});

describe('The desk of who answers', () => {
  it('says who is next and why they stand there, numbers masked', async () => {
    await openDesk();
    const [, first] = within(await screen.findByRole('table')).getAllByRole('row');
    expect(first).toHaveTextContent('第 1 位');
    expect(first).toHaveTextContent('王女士 138****0001');
    expect(first).toHaveTextContent('60 到 79 岁');
    expect(first).toHaveTextContent('1:15');
    expect(first).toHaveTextContent('优先 10 分钟；要会粤语');
  });

  it('says that nobody waits', async () => {
    await openDesk({ 'GET /api/staff/queue': ok({ requests: [] }) });
    expect(await screen.findByText('现在没有人在等。')).toBeInTheDocument();
  });

  it('takes the next with one press and opens the conversation', async () => {
    const { onGo, user } = await openDesk({
      'POST /api/staff/queue/take': ok({ conversationId: 'h1' }),
    });
    await user.click(await screen.findByRole('button', { name: '接下一位' }));
    expect(onGo).toHaveBeenCalledWith('/staff/queue/h1');
  });

  it('takes somebody before their turn for a reason only, which goes with it', async () => {
    const asked: unknown[] = [];
    const { onGo, user } = await openDesk({
      'GET /api/staff/queue': ok({
        requests: [row, { ...row, conversationId: 'h2', position: 2, customerName: '李先生' }],
        nextId: 'h1',
      }),
      'POST /api/staff/queue/take': ({ body }) => {
        asked.push(body);
        return ok({ conversationId: 'h2' });
      },
    });
    await user.click(await screen.findByRole('button', { name: '接这位 李先生' }));
    const reasons = screen.getByRole('group', { name: '前面还有人在等。为什么先接这位？' });
    await user.click(within(reasons).getByRole('button', { name: '按顺序来' }));
    expect(asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: '接这位 李先生' }));
    await user.click(screen.getByRole('button', { name: '刚才断了，接着说' }));
    expect(asked).toEqual([{ conversationId: 'h2', reason: 'cut-off' }]);
    expect(onGo).toHaveBeenCalledWith('/staff/queue/h2');
  });

  it('takes whoever is next from the list without a word', async () => {
    const { onGo, user } = await openDesk({
      'POST /api/staff/queue/take': ok({ conversationId: 'h1' }),
    });
    await user.click(await screen.findByRole('button', { name: '接这位 王女士' }));
    expect(onGo).toHaveBeenCalledWith('/staff/queue/h1');
  });

  it('is offered somebody, with a number in the tab’s title; who is not taken goes to a colleague', async () => {
    const { onGo, tellDesk, user } = await openDesk({
      'POST /api/staff/offers/o1/accept': problem(409, 'offer-gone', '已经派给同事了。'),
    });
    await tellDesk({
      offers: [
        {
          offerId: 'o1',
          conversationId: 'h1',
          expiresAt: AT,
          wants: 'chat',
          page: '/claims',
          ageBand: '80plus',
          lng: 'zh-CN',
          waitedSeconds: 4,
        },
      ],
    });
    expect(screen.getByText(/80 岁以上 · 在 \/claims/)).toBeInTheDocument();
    expect(document.title).toBe('(1) 求助台');
    await user.click(screen.getByRole('button', { name: '接' }));
    expect(await screen.findByText('已经派给同事了。')).toBeInTheDocument();
    expect(onGo).not.toHaveBeenCalled();
    await tellDesk();
    expect(document.title).toBe('求助台');
  });

  it('pauses and goes on', async () => {
    const { server, user } = await openDesk();
    await user.click(await screen.findByRole('radio', { name: '暂停' }));
    expect(server.calls).toContain('PUT /api/staff/presence');
  });

  it('says when two offers were missed', async () => {
    const { tellDesk } = await openDesk();
    await tellDesk({ presence: { ...desk.presence, state: 'away', missedOffers: true } });
    expect(screen.getByText(/连着两次没接/)).toBeInTheDocument();
  });

  it('shows supervisors how long people wait, in a picture and in numbers', async () => {
    const group = {
      waiting: 1,
      longestWaitSeconds: 30,
      answered: 8,
      medianSeconds: 12,
      p90Seconds: 40,
      within15: 0.75,
      within20: 0.875,
      within30: 1,
      abandoned: 1,
    };
    await openDesk(
      {
        'GET /api/staff/queue/figures': ok({
          since: AT,
          available: 2,
          slots: 5,
          groups: [{ ...group, ageBand: '60to79' }],
          picked: { times: 2, overtaken: 3, reasons: [{ reason: 'urgent', times: 2 }] },
          quarters: [{ at: AT, asked: 3, answered: 2, medianSeconds: 12 }],
        }),
        'GET /api/staff/callbacks': ok({ callbacks: [] }),
      },
      { role: 'supervisor' },
    );
    expect(
      await screen.findByText('最近一天，有 2 次没按顺序接，3 人次被越过；事情很急 2 次'),
    ).toBeInTheDocument();
    const table = await screen.findByRole('table', { name: '等候情况' });
    expect(within(table).getByRole('row', { name: /60 到 79 岁/ })).toHaveTextContent(
      '10:3080:120:4075 %88 %100 %1',
    );
    expect(screen.getAllByRole('img')).toHaveLength(2);
  });
});

describe('A conversation on the desk', () => {
  it('shows what was said and all that is known, and can be written in', async () => {
    const { server, posts, user } = await openDesk({}, { openId: 'h1' });
    expect(await screen.findByRole('heading', { name: '和 王女士' })).toBeInTheDocument();
    await act(async () => void server.write('message', 'customer', { text: '我不会拍照' }));
    expect(screen.getByText('我不会拍照')).toBeInTheDocument();
    expect(screen.getByText('听力不好')).toBeInTheDocument();
    expect(screen.getByText('生病')).toBeInTheDocument();
    expect(
      screen.getByText('选过照片；看到提示：卡号是 12 到 19 个数字。请再看一遍。'),
    ).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: '写给客户' }), '您慢慢来{Control>}{Enter}');
    expect((await screen.findAllByText('您慢慢来')).length).toBeGreaterThan(0);
    expect(posts()).toContain('POST /api/conversations/h1/events?as=staff');
    expect(screen.getByRole('textbox', { name: '写给客户' })).toHaveValue('');
  });

  it('puts a ready sentence into the box to be read; it is not sent by that', async () => {
    const { posts, user } = await openDesk({}, { openId: 'h1' });
    await user.click(await screen.findByText('常用的话'));
    await user.click(screen.getByRole('button', { name: '不着急，您慢慢来。' }));
    expect(screen.getByRole('textbox', { name: '写给客户' })).toHaveValue('不着急，您慢慢来。');
    expect(posts().filter((call) => call.includes('/events'))).toEqual([]);
  });

  it('is handed on to a colleague who is there', async () => {
    const there = { role: 'agent', state: 'available', room: 2, skills: [] };
    const { posts, user } = await openDesk(
      {
        'GET /api/staff/colleagues': ok({
          colleagues: [
            { id: 's2', displayName: '李强', isThere: true, ...there },
            { id: 's3', displayName: '周敏', isThere: false, ...there },
          ],
        }),
        'POST /api/conversations/h1/transfer': noContent,
      },
      { openId: 'h1' },
    );
    await user.click(await screen.findByRole('button', { name: '转给同事' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '转过去' }));
    expect(within(dialog).getByText('请选一位。')).toBeInTheDocument();
    expect(within(dialog).queryByText(/周敏/)).not.toBeInTheDocument();
    await user.click(await within(dialog).findByRole('radio', { name: /李强/ }));
    await user.click(within(dialog).getByRole('button', { name: '转过去' }));
    expect(posts()).toContain('POST /api/conversations/h1/transfer');
  });

  it('is ended only after a second yes', async () => {
    const { posts, user } = await openDesk({}, { openId: 'h1' });
    await user.click(await screen.findByRole('button', { name: '结束' }));
    expect(posts().some((call) => call.includes('/close'))).toBe(false);
    await user.click(screen.getByRole('button', { name: '不结束' }));
    await user.click(screen.getByRole('button', { name: '结束' }));
    await user.click(screen.getByRole('button', { name: '结束' }));
    expect(posts()).toContain('POST /api/conversations/h1/close?as=staff');
  });

  it('cannot be written in by who only reads along', async () => {
    await openDesk(
      {
        'GET /api/staff/conversations/h1': ok({ ...context, isMine: false }),
      },
      { openId: 'h1' },
    );
    await screen.findByRole('heading', { name: '和 王女士' });
    expect(screen.queryByRole('textbox', { name: '写给客户' })).not.toBeInTheDocument();
  });

  it('has a call-back: the number for a reason that is kept, and how the call went', async () => {
    const { posts, user } = await openDesk(
      {
        'GET /api/staff/conversations/h1': ok({
          ...context,
          wants: 'call',
          callback: { id: 'c1', state: 'waiting', maskedPhone: '138****0001', tries: 1 },
        }),
        'POST /api/staff/callbacks/c1/phone': ok({ phone: '13800000001' }),
      },
      { openId: 'h1' },
    );
    await user.click(await screen.findByRole('button', { name: '看号码' }));
    expect(await screen.findByRole('link', { name: '13800000001' })).toHaveAttribute(
      'href',
      'tel:13800000001',
    );
    await user.click(screen.getByRole('button', { name: '没人接' }));
    expect(posts()).toContain('POST /api/staff/callbacks/c1/tries');
  });

  it('has no accessibility fault', async () => {
    await openDesk({}, { openId: 'h1' });
    await screen.findByRole('heading', { name: '和 王女士' });
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
