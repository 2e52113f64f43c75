import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseRate, READING_KEY } from '#platform/speech/reading-settings.ts';
import { CannotSpeakError, StoppedError, type Voice } from '#platform/speech/voice.ts';
import { show } from '../../../test/support/show.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { ReadingSpeed } from './reading-speed.tsx';

beforeEach(() => chooseRate(undefined));

/** Says a sentence until the test ends it, and tells at which speed. */
function handVoice() {
  const heard: { text: string; rate: number }[] = [];
  let end: () => void = () => undefined;
  const voice: Voice = {
    id: 'hand',
    speak: (text, { rate, signal }) =>
      new Promise((resolve, reject) => {
        heard.push({ text, rate });
        end = resolve;
        signal.addEventListener('abort', () => reject(new StoppedError()));
      }),
  };
  return { voice, heard, end: () => end() };
}

async function open(voice: Voice, mode: 'standard' | 'senior' = 'senior') {
  const onClose = vi.fn();
  function Pages() {
    const [path, setPath] = useState('/a');
    return (
      <main id="main">
        <h1>现在出院了吗？</h1>
        <p>想好了再选。</p>
        <div data-not-read="">
          <button onClick={() => setPath('/b')}>下一页</button>
        </div>
        <ReadingPanel path={path} onClose={onClose} voices={[voice]} />
      </main>
    );
  }
  await show(<Pages />, { words: ['reading'], mode });
  const button = (name: string) => screen.findByRole('button', { name });
  return { user: userEvent.setup(), onClose, button };
}

describe('Reading aloud', () => {
  it('begins at once, marks the sentence, and slowly in the large-text mode', async () => {
    const { voice, heard, end } = handVoice();
    await open(voice);
    await waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toEqual({ text: '现在出院了吗？', rate: 0.8 });
    expect(screen.getByRole('heading', { level: 1 })).toHaveAttribute('data-reading');
    end();
    await waitFor(() => expect(heard[1]?.text).toBe('想好了再选。'));
    expect(screen.getByRole('heading', { level: 1 })).not.toHaveAttribute('data-reading');
  });

  it('pauses, goes on, stops, closes', async () => {
    const { voice, heard } = handVoice();
    const { user, button, onClose } = await open(voice, 'standard');
    await waitFor(() => expect(heard[0]?.rate).toBe(1));
    await user.click(await button('暂停'));
    await user.click(await button('继续'));
    await waitFor(() => expect(heard).toHaveLength(2));
    await user.click(await button('停止'));
    expect(document.querySelector('[data-reading]')).toBeNull();
    await user.click(await button('开始'));
    await waitFor(() => expect(heard).toHaveLength(3));
    await user.keyboard('{Escape}');
    await user.click(await button('关闭'));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('is slower or faster at once, keeps it, and says when there is no slower', async () => {
    const { voice, heard } = handVoice();
    const { user, button } = await open(voice);
    await waitFor(() => expect(heard).toHaveLength(1));
    await user.click(await button('慢些'));
    await waitFor(() => expect(heard[1]).toEqual({ text: '现在出院了吗？', rate: 0.6 }));
    expect(localStorage.getItem(READING_KEY)).toBe('0.6');
    await user.click(await button('慢些'));
    expect(screen.getByRole('status')).toHaveTextContent('已经是最慢了。');
    for (let i = 0; i < 4; i += 1) await user.click(await button('快些'));
    expect(screen.getByRole('status')).toHaveTextContent('已经是最快了。');
    await waitFor(() => expect(heard[heard.length - 1]?.rate).toBe(1.2));
  });

  it('stops when another page is opened', async () => {
    const { voice, heard } = handVoice();
    const { user, button } = await open(voice);
    await waitFor(() => expect(heard).toHaveLength(1));
    await user.click(await button('下一页'));
    await button('开始');
    expect(heard).toHaveLength(1);
  });

  it('reads an error that appears while reading is on, and none when it was stopped', async () => {
    const { voice, heard } = handVoice();
    const { user, button } = await open(voice);
    await waitFor(() => expect(heard).toHaveLength(1));
    const wrong = (text: string) =>
      screen.getByRole('main').insertAdjacentHTML('beforeend', `<div role="alert">${text}</div>`);
    wrong('这里还没有填。');
    await waitFor(() => expect(heard[1]?.text).toBe('请注意'));
    await user.click(await button('停止'));
    wrong('还有一处。');
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(heard).toHaveLength(2);
  });

  it('that no voice can do says so, and offers the hotline and another try', async () => {
    let tries = 0;
    const dumb: Voice = {
      id: 'dumb',
      speak: () => {
        tries += 1;
        return Promise.reject(new CannotSpeakError('none', { isForGood: true }));
      },
    };
    const { user, button } = await open(dumb);
    const call = await screen.findByRole('link', { name: /打电话/ });
    expect(call).toHaveAttribute('href', 'tel:9550012');
    expect(screen.getByRole('status')).toHaveTextContent('这台手机读不出声音');
    await user.click(await button('再试'));
    await waitFor(() => expect(tries).toBe(2));
  });
});

describe('The speed of reading in the settings', () => {
  it('is the mode’s own until somebody chooses, and is kept', async () => {
    await show(<ReadingSpeed />, { words: ['reading'], mode: 'senior' });
    expect(screen.getByRole('radio', { name: '慢' })).toBeChecked();
    await userEvent.setup().click(screen.getByRole('radio', { name: '快' }));
    expect(localStorage.getItem(READING_KEY)).toBe('1.2');
  });
});
