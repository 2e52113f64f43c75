import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../test/support/fake-fetch.ts';
import {
  later,
  openTaken,
  openTalk,
  talk,
  tap,
  waitingRequest,
} from '../../../test/support/open-talk.tsx';
import { createPageVault } from '#platform/storage/vault.ts';

const write = async (text: string) => {
  await userEvent.type(screen.getByRole('textbox', { name: '写给客服的话' }), text);
  await tap('发送');
};

afterEach(() => vi.unstubAllGlobals());

describe('Waiting for a person', () => {
  it('shows the place and the wait, and what comes next', async () => {
    await openTalk();
    expect(await screen.findByText('您排第 2 位')).toBeInTheDocument();
    expect(screen.getByText('大约等 3 到 7 分钟。')).toBeInTheDocument();
    expect(screen.getByText('可以关掉这一页，位置还在。')).toBeInTheDocument();
    // The telephone stands in the help bar, as on every page: not a second time here.
    expect(screen.queryByRole('link', { name: /打电话/ })).not.toBeInTheDocument();
    // So does asking for a call: one button for it.
    expect(screen.getAllByRole('button', { name: /打电话|打给/ })).toHaveLength(1);
  });

  it('promises no wait that nobody knows', async () => {
    const request = { ...waitingRequest, position: 1, waitSeconds: null };
    await openTalk({ 'GET /api/help-requests/current': ok(request) });
    expect(await screen.findByText('下一位就是您')).toBeInTheDocument();
    expect(screen.getByText(/还说不准/)).toBeInTheDocument();
  });

  it('tells that somebody is being asked, and when they are here', async () => {
    const { server } = await openTalk();
    await later(() => server.write('offered', 'system', { offerId: 'o', expiresAt: '' }));
    expect(screen.getByText('正在请一位客服过来')).toBeInTheDocument();
    await later(() => server.write('taken', 'system', { staffName: '王芳' }));
    expect(screen.getByText('客服王芳在跟您说话')).toBeInTheDocument();
    expect(talk().getByText('客服王芳来了')).toBeInTheDocument();
  });

  it('says when the house is closed, and offers a call then', async () => {
    const request = {
      ...waitingRequest,
      isOpen: false,
      opensAt: '2026-11-23T08:00:00+08:00',
      offersCallback: true,
    };
    await openTalk({ 'GET /api/help-requests/current': ok(request) });
    expect(await screen.findByText('客服现在不在')).toBeInTheDocument();
    expect(screen.getByText(/上午8点上班/)).toBeInTheDocument();
    expect(screen.getByText(/留个电话，上班就打给您/)).toBeInTheDocument();
  });

  it('is ended by one tap', async () => {
    let body: unknown;
    await openTalk({
      'POST /api/conversations/h1/close': (call) => {
        body = call.body;
        return { status: 204 };
      },
    });
    await tap('不等了');
    expect(body).toEqual({ reason: 'left' });
  });
});

describe('Talking to a person', () => {
  it('shows both sides, and how far one’s own words have come', async () => {
    const { server } = await openTaken((one) => {
      one.write('message', 'agent', { text: '您好，怎么了？' });
    });
    await write('发票找不到了');
    expect(await talk().findByText('发票找不到了')).toBeInTheDocument();
    expect(await talk().findByText('已送到')).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveValue('');
    server.receipts.staff = { deliveredTo: 9, readTo: 9 };
    await later(() => server.tell('receipts', server.receipts));
    expect(talk().getByText('对方看过了')).toBeInTheDocument();
  });

  it('announces each new word of the other side once, and only new ones', async () => {
    const { server } = await openTaken((one) => one.write('message', 'agent', { text: '旧的' }));
    const news = screen.getByRole('log');
    expect(news).toBeEmptyDOMElement();
    const box = screen.getByRole('textbox');
    box.focus();
    await later(() => server.write('message', 'agent', { text: '新的' }));
    expect(within(news).getAllByText('客服说：新的')).toHaveLength(1);
    await write('好');
    expect(news.children).toHaveLength(1);
    expect(news).not.toHaveTextContent('旧的');
  });

  it('never takes the focus from whoever writes', async () => {
    const { server } = await openTaken();
    const box = screen.getByRole('textbox');
    await userEvent.type(box, '慢');
    await later(() => server.write('message', 'agent', { text: '在吗' }));
    expect(box).toHaveFocus();
    await userEvent.type(box, '慢写');
    expect(box).toHaveValue('慢慢写');
  });

  it('keeps what is written on the phone while there is no network, and says where it is', async () => {
    const { server } = await openTaken();
    server.network.isOff = true;
    await write('没有信号');
    expect(await talk().findByText('在您手机上，还没送出')).toBeInTheDocument();
    server.network.isOff = false;
    expect(await talk().findByText('已送到')).toBeInTheDocument();
    expect(talk().getAllByText('没有信号')).toHaveLength(1);
  });

  it('finds what was being written again after a reload', async () => {
    const vault = createPageVault();
    await vault.update('written.h1', () => '写到一半');
    await openTaken(undefined, vault);
    expect(await screen.findByDisplayValue('写到一半', {}, { timeout: 5000 })).toBeInTheDocument();
  });

  it('finds the last word too, when the page was left in the middle of it', async () => {
    const vault = createPageVault();
    await openTaken(undefined, vault);
    await userEvent.type(screen.getByRole('textbox'), '还没写');
    cleanup();
    await openTaken(undefined, vault);
    expect(await screen.findByDisplayValue('还没写')).toBeInTheDocument();
  });

  it('has a large way to send again what was refused', async () => {
    const { server } = await openTaken();
    server.network.refusal = { status: 422, code: 'odd' };
    await write('一句话');
    expect(await talk().findByText('没送出去')).toBeInTheDocument();
    await tap('重发');
    expect(await talk().findByText('已送到')).toBeInTheDocument();
  });

  it('says by one tap what is often said', async () => {
    await openTaken();
    await tap('好的');
    expect(await talk().findByText('好的')).toBeInTheDocument();
    await tap('没听懂');
    expect(await talk().findByText('没听懂')).toBeInTheDocument();
  });

  it('says that the agent’s line broke, and that the place is kept', async () => {
    const { server } = await openTaken();
    await later(() => server.write('agent-lost', 'system'));
    expect(screen.getByText('客服那边断线了')).toBeInTheDocument();
    server.state = 'waiting';
    await later(() => server.write('requeued', 'system', { reason: 'agent-lost' }));
    expect(await screen.findByText('您又排上了，靠前的位置。')).toBeInTheDocument();
  });

  it('shows that the other side is writing', async () => {
    const { server } = await openTaken();
    await later(() => server.tell('typing', { actor: 'agent' }));
    expect(screen.getByText('客服正在写……')).toBeInTheDocument();
  });

  it('says what is too long before it is sent', async () => {
    await openTaken();
    const box = screen.getByRole('textbox');
    await userEvent.click(box);
    await userEvent.paste('长'.repeat(2003));
    expect(screen.getByText('多了 3 个字。请分两次发。')).toBeInTheDocument();
    await tap('发送');
    expect(talk().queryByText(/长长/)).not.toBeInTheDocument();
  });

  it('draws the end of a long talk, and the rest when it is asked for', async () => {
    await openTaken((one) => {
      for (let i = 0; i < 500; i += 1) one.write('message', 'agent', { text: `第${i}句` });
    });
    expect(talk().getByText('第499句')).toBeInTheDocument();
    expect(talk().queryByText('第300句')).not.toBeInTheDocument();
    await tap('看以前的话');
    await tap('看以前的话');
    expect(talk().getByText('第300句')).toBeInTheDocument();
  });

  it('shows a photo, and helps itself when it does not open', async () => {
    await openTaken((one) => one.write('message', 'agent', { fileId: 'f1' }));
    const image = screen.getByRole('img', { name: '客服发的照片' });
    expect(image).toHaveAttribute('src', '/api/conversations/h1/files/f1');
    await act(async () => image.dispatchEvent(new Event('error')));
    expect(screen.getByText('照片没有打开。')).toBeInTheDocument();
    await tap('再打开一次');
    expect(screen.getByRole('img', { name: '客服发的照片' })).toBeInTheDocument();
  });

  it('says why nothing can be recorded where the phone cannot', async () => {
    await openTaken();
    await tap('说一段话');
    expect(await screen.findByText(/这台手机不能录音/)).toBeInTheDocument();
  });
});
