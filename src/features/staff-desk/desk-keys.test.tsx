import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { noContent, ok, problem } from '../../../test/support/fake-fetch.ts';
import { context, openDesk, row as waitingRow } from '../../../test/support/open-desk.tsx';

/** Presses Tab until the focus is on it; fails where that never happens. */
async function tabTo(user: { tab: () => Promise<void> }, element: HTMLElement): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (element === document.activeElement) return;
    await user.tab();
  }
  expect(element).toHaveFocus();
}

describe('Who works the desk by keys alone', () => {
  it('comes to whoever is next and takes them', async () => {
    const { onGo, user } = await openDesk({
      'POST /api/staff/queue/take': ok({ conversationId: 'h1' }),
    });
    await tabTo(user, await screen.findByRole('button', { name: '接下一位' }));
    await user.keyboard('{Enter}');
    expect(onGo).toHaveBeenCalledWith('/staff/queue/h1');
  });

  it('pauses with an arrow key', async () => {
    const { server, user } = await openDesk({ 'PUT /api/staff/presence': noContent });
    await tabTo(user, await screen.findByRole('radio', { name: '接待' }));
    await user.keyboard('{ArrowRight}{Enter}');
    expect(server.calls).toContain('PUT /api/staff/presence');
  });

  it('comes to the box, the ready sentences, the hand-over and the end of a conversation', async () => {
    const { user } = await openDesk({}, { openId: 'h1' });
    await user.click(await screen.findByText('常用的话'));
    for (const name of ['您好，我是客服。您慢慢说，我在。', '发送', '发照片', '转给同事', '结束'])
      await tabTo(user, screen.getByRole('button', { name }));
    await user.tab({ shift: true });
    expect(screen.getByRole('button', { name: '转给同事' })).toHaveFocus();
  });

  it('says a message once, however long the keys are held', async () => {
    const { server } = await openDesk({}, { openId: 'h1' });
    const box = await screen.findByRole('textbox', { name: '写给客户' });
    fireEvent.change(box, { target: { value: '您慢慢来' } });
    for (let i = 0; i < 3; i += 1) fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    await screen.findAllByText('您慢慢来');
    expect(box).toHaveValue('');
    expect(server.events.filter(({ kind }) => kind === 'message')).toHaveLength(1);
  });

  it('starts a new line with the key alone, and sends nothing by it', async () => {
    const { server, user } = await openDesk({}, { openId: 'h1' });
    const box = await screen.findByRole('textbox', { name: '写给客户' });
    await user.type(box, '您好{Enter}我在');
    expect(box).toHaveValue('您好\n我在');
    expect(server.events.filter(({ kind }) => kind === 'message')).toEqual([]);
  });

  it('stays where they are when they are asked whether to end, and when they do not', async () => {
    const { user } = await openDesk({}, { openId: 'h1' });
    (await screen.findByRole('button', { name: '结束' })).focus();
    await user.keyboard('{Enter}');
    const place = document.activeElement as HTMLElement;
    expect(within(place).getByText('要结束吗？')).toBeInTheDocument();
    await tabTo(user, screen.getByRole('button', { name: '不结束' }));
    await user.keyboard('{Enter}');
    expect(within(place).getByRole('button', { name: '结束' })).toBeInTheDocument();
    expect(place).toHaveFocus();
  });

  it('closes the choice of a colleague with Escape and is back at its button', async () => {
    const { user } = await openDesk(
      { 'GET /api/staff/colleagues': ok({ colleagues: [] }) },
      { openId: 'h1' },
    );
    const open = await screen.findByRole('button', { name: '转给同事' });
    open.focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await waitFor(() => expect(open).toHaveFocus());
  });

  it('is given nothing by a queue that has loaded, or that has changed', async () => {
    await openDesk({});
    await screen.findByRole('button', { name: '接下一位' });
    expect(screen.getByRole('heading', { name: '在等的人' })).not.toHaveFocus();
  });

  it('goes on in the queue when somebody else was quicker and the button is gone', async () => {
    let queue = { requests: [waitingRow], nextId: 'h1' } as object;
    const { user } = await openDesk({
      'GET /api/staff/queue': () => ok(queue),
      'POST /api/staff/queue/take': noContent,
    });
    await tabTo(user, await screen.findByRole('button', { name: '接下一位' }));
    queue = { requests: [] };
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('heading', { name: '在等的人' })).toHaveFocus());
  });

  it('is led into the conversation that they have just taken', async () => {
    const { user } = await openDesk({
      'POST /api/staff/queue/take': ok({ conversationId: 'h1' }),
    });
    await tabTo(user, await screen.findByRole('button', { name: '接下一位' }));
    await user.keyboard('{Enter}');
    const heading = await screen.findByRole('heading', { name: '和 王女士' });
    await waitFor(() => expect(heading).toHaveFocus());
  });

  it('is not led away from where they have gone on meanwhile', async () => {
    let isThere = false;
    const { user } = await openDesk({
      'POST /api/staff/queue/take': ok({ conversationId: 'h1' }),
      'GET /api/staff/conversations/h1': () => (isThere ? ok(context) : 'offline'),
    });
    await user.click(await screen.findByRole('button', { name: '接下一位' }));
    await screen.findByRole('button', { name: '再试一次' });
    const next = await screen.findByRole('button', { name: '接下一位' });
    await tabTo(user, next);
    isThere = true;
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
    await screen.findByRole('heading', { name: '和 王女士' });
    expect(next).toHaveFocus();
  });

  it('keeps the focus where it is, whatever the customer does', async () => {
    const { server } = await openDesk({}, { openId: 'h1' });
    const box = await screen.findByRole('textbox', { name: '写给客户' });
    box.focus();
    await act(async () => void server.write('message', 'customer', { text: '喂？' }));
    await screen.findByText('喂？');
    expect(box).toHaveFocus();
  });

  it('is at the conversation’s title when it was ended, and at the word that it is gone when it was handed on', async () => {
    let isGone = false;
    const { server, user } = await openDesk(
      {
        'GET /api/staff/conversations/h1': () =>
          isGone ? problem(404, 'not-found', '没有') : ok(context),
        'POST /api/conversations/h1/close': noContent,
      },
      { openId: 'h1' },
    );
    (await screen.findByRole('button', { name: '结束' })).focus();
    await user.keyboard('{Enter}');
    await tabTo(user, screen.getByRole('button', { name: '结束' }));
    server.state = 'closed';
    await user.keyboard('{Enter}');
    await act(async () => void server.write('closed', 'agent', { reason: 'done' }));
    await screen.findByText('会话已结束。客户随时可以再打开。');
    expect(screen.getByRole('heading', { name: '和 王女士' })).toHaveFocus();
    isGone = true;
    await act(async () => void server.write('transferred', 'agent', { to: 'queue' }));
    await waitFor(() =>
      expect(document.activeElement).toHaveTextContent('没有这个会话，或已经转给同事了。'),
    );
  });
});
