import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isHushed } from '#platform/speech/hush.ts';
import { createPageVault, type Vault } from '#platform/storage/vault.ts';
import { usePhoneVault } from '#platform/storage/phone-vault.ts';
import { show } from '../../../test/support/show.tsx';
import { fakeRecorder } from './fake-recorder.driver.ts';
import { Statement, type StatementProps } from './statement.tsx';

let slots = 0;
let vault: Vault;
beforeEach(() => {
  vault = { ...createPageVault(), place: 'disk' };
  usePhoneVault(vault);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(over: Partial<StatementProps> = {}) {
  const props: StatementProps = {
    slot: `claim-${(slots += 1)}`,
    onUse: vi.fn(),
    onRemove: vi.fn(),
    onRetry: vi.fn(),
    onText: vi.fn(),
    onOpen: vi.fn(),
    pressed: 0,
    onClose: vi.fn(),
    ...over,
  };
  const shown = await show(<Statement {...props} />, { words: ['statement'] });
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  const record = async (name = '开始说') => {
    await press(name);
    await screen.findByRole('button', { name: '说完了' });
  };
  return { ...shown, props, press, record };
}

describe('A statement in one’s own voice', () => {
  it('says first what it is for, how long it may be, and where it stays', async () => {
    fakeRecorder();
    const { container } = await open();
    for (const text of [/发生了什么/, /最多说三分钟/, /只有办您这件事的人/, /只在您手机上/])
      expect(screen.getByText(text)).toBeVisible();
    expect(
      (await axe.run(container, { rules: { region: { enabled: false } } })).violations,
    ).toEqual([]);
  });

  it('is recorded, and taken only with a yes; reading aloud is silent meanwhile', async () => {
    const phone = fakeRecorder();
    const { props, press, record } = await open();
    await record();
    expect(isHushed()).toBe(true);
    expect(screen.getByRole('timer')).toHaveTextContent('还能说 3 分 0 秒');
    act(() => phone.speak('我摔了一跤'));
    await press('说完了');
    expect(await screen.findByText(/录好了/)).toBeVisible();
    expect(isHushed()).toBe(false);
    expect(phone.isClosed()).toBe(true);
    expect(props.onUse).not.toHaveBeenCalled();
    expect(props.onOpen).toHaveBeenLastCalledWith(true);
    await press('就用这段');
    const [file] = vi.mocked(props.onUse).mock.calls[0] ?? [];
    expect(file?.type).toBe('audio/webm');
    expect(file?.size).toBe(new Blob(['我摔了一跤end']).size);
    expect(props.onOpen).toHaveBeenLastCalledWith(false);
    expect(screen.getByRole('heading', { name: '说一段话给我们听' })).toHaveFocus();
  });

  it('keeps the big button where it was, so that focus stays on it', async () => {
    fakeRecorder();
    const { press, record } = await open();
    await record();
    const button = screen.getByRole('button', { name: '说完了' });
    expect(button).toHaveFocus();
    await press('说完了');
    expect(await screen.findByRole('button', { name: '听一听' })).toBe(button);
  });

  it('is kept piece by piece, so that a dead battery takes no more than the last second', async () => {
    const phone = fakeRecorder();
    const { props, record, unmount } = await open();
    await record();
    act(() => phone.speak('一'));
    act(() => phone.speak('二'));
    await waitFor(async () =>
      expect(await vault.read(`statement/${props.slot}`)).toMatchObject({ pieces: 2 }),
    );
    const { key } = (await vault.read<{ key: string }>(`statement/${props.slot}`)) ?? { key: '' };
    const second = await vault.readBytes(`statement/${key}/1`);
    expect(new TextDecoder().decode(second)).toBe('二');
    unmount();
  });

  it('recorded before a reload is there again', async () => {
    fakeRecorder();
    const meta = { key: 'k', kind: 'audio', type: 'audio/webm', pieces: 1, seconds: 75 };
    await vault.update('statement/again', () => meta);
    await vault.writeBytes('statement/k/0', new Uint8Array([1, 2]).buffer);
    await open({ slot: 'again' });
    expect(await screen.findByText('您先前录的还在，一共 1 分 15 秒。')).toBeVisible();
  });

  it.each([
    ['NotAllowedError', /没让我们用话筒/],
    ['NotFoundError', /没有找到话筒/],
    ['NotReadableError', /正被别的程序用着/],
  ])('that the microphone does not take (%s) is said, with the way on', async (name, words) => {
    const phone = fakeRecorder();
    const { press } = await open();
    phone.refuse(name);
    await press('开始说');
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.getByRole('button', { name: '开始说' })).toBeVisible();
    expect(isHushed()).toBe(false);
  });

  it('in a browser that cannot record says so', async () => {
    const { press } = await open();
    await press('开始说');
    expect(await screen.findByText(/在这里录不了/)).toBeVisible();
  });

  it('cut off by a call keeps what was said', async () => {
    const phone = fakeRecorder();
    const { record } = await open();
    await record();
    act(() => phone.speak('前面的话'));
    act(() => void phone.takeAway());
    expect(await screen.findByText(/录音断了。前面说的/)).toBeVisible();
    expect(screen.getByRole('button', { name: '就用这段' })).toBeVisible();
  });

  it('recorded anew that fails leaves the old one', async () => {
    const phone = fakeRecorder();
    const { press, record, props } = await open();
    await record();
    await press('说完了');
    phone.refuse('NotReadableError');
    await press('重新录一遍');
    expect(await screen.findByText(/正被别的程序用着/)).toBeVisible();
    expect(screen.getByRole('button', { name: '就用这段' })).toBeVisible();
    await press('不要这段了');
    expect(screen.getByRole('button', { name: '开始说' })).toBeVisible();
    await waitFor(async () => expect(await vault.read(`statement/${props.slot}`)).toBeUndefined());
  });

  it('is told before its end, and ends by itself after three minutes', async () => {
    fakeRecorder();
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const { record } = await open();
    await record();
    now = 155_000;
    expect(await screen.findByText(/快到三分钟了，还能说/)).toBeVisible();
    now = 181_000;
    expect(await screen.findByText('三分钟到了，录好了。')).toBeVisible();
    vi.mocked(performance.now).mockRestore();
  });

  it('that the phone has no room for says so, and can be taken all the same', async () => {
    const phone = fakeRecorder();
    usePhoneVault(createPageVault());
    const { record, press } = await open();
    await record();
    act(() => phone.speak('话'));
    expect(await screen.findByText(/存不下了/)).toBeVisible();
    await press('说完了');
    expect(await screen.findByRole('button', { name: '就用这段' })).toBeVisible();
  });

  it('may be a video, as the quieter choice', async () => {
    const phone = fakeRecorder();
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
    const { record } = await open();
    await record('录像也行，按下就录');
    expect(phone.getUserMedia).toHaveBeenCalledWith(
      expect.objectContaining({
        video: expect.objectContaining({ width: { ideal: 640 } }) as object,
      }),
    );
  });

  it('that waits for a yes is not passed over', async () => {
    fakeRecorder();
    const { record, press, rerender, props } = await open();
    await record();
    await press('说完了');
    await screen.findByRole('button', { name: '就用这段' });
    rerender(<Statement {...props} pressed={1} />);
    expect(screen.getByText('先定一下：用这段，还是不要？')).toBeVisible();
  });
});

describe('A statement that was taken', () => {
  const sent = { key: 's', share: 0.4, isVideo: false };
  it.each([
    ['sending', '正在发送，40%'],
    ['waiting', '还在您手机上，等着发'],
    ['failed', '没发出去，还在您手机上'],
  ])('says where it truly is: %s', async (state, words) => {
    await open({ sent: { ...sent, state } });
    expect(screen.getByText(words)).toBeVisible();
  });

  it('is put away when nobody wants it any more', async () => {
    const { press, props } = await open({ sent: { ...sent, state: 'failed' } });
    await press('不要这段了');
    expect(props.onRemove).toHaveBeenCalledOnce();
  });

  it('has words only after a yes to what was heard', async () => {
    const answer = { text: '我在家门口摔了一跤' };
    vi.stubGlobal(
      'fetch',
      vi.fn(() => Promise.resolve(Response.json(answer))),
    );
    const { press, props } = await open({ sent: { ...sent, state: 'received', documentId: 'd1' } });
    expect(await screen.findByText('我在家门口摔了一跤')).toBeVisible();
    expect(props.onText).not.toHaveBeenCalled();
    await press('对，就是这样');
    expect(props.onText).toHaveBeenCalledWith('我在家门口摔了一跤');
  });

  it('says nothing of words where nothing writes them down', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(() => Promise.resolve(Response.json({}))),
    );
    await open({ sent: { ...sent, state: 'received', documentId: 'd2' } });
    await waitFor(() => expect(fetch).toHaveBeenCalled());
    expect(screen.queryByText('我们听到您说：')).toBeNull();
  });
});
