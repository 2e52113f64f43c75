import { describe, expect, it, vi } from 'vitest';
import { createReader } from './reader.ts';
import { CannotSpeakError, NeedsTapError, StoppedError, type Voice } from './voice.ts';

/** A voice that says what it is asked to, each sentence until the test ends it. */
function handVoice(id = 'hand') {
  const heard: string[] = [];
  let end: () => void = () => undefined;
  const voice: Voice = {
    id,
    speak: (text, { signal }) =>
      new Promise((resolve, reject) => {
        heard.push(text);
        end = resolve;
        signal.addEventListener('abort', () => reject(new StoppedError()));
      }),
  };
  return { voice, heard, end: () => end() };
}
const quick = (heard: string[]): Voice => ({
  id: 'quick',
  speak: (text) => {
    heard.push(text);
    return Promise.resolve();
  },
});
const failing = (error: Error, asked: string[] = []): Voice => ({
  id: 'failing',
  speak: (text) => {
    asked.push(text);
    return Promise.reject(error);
  },
});

const lines = ['第一句。', '第二句。', '第三句。'];
const statusOf = (reader: ReturnType<typeof createReader>) => reader.state.getState().status;

describe('The reader', () => {
  it('reads one sentence after the other, says which, and ends', async () => {
    const { voice, heard, end } = handVoice();
    const reader = createReader([voice], () => 1);
    reader.start(lines, 'zh-CN');
    for (const [i, line] of lines.entries()) {
      await vi.waitFor(() => expect(heard).toHaveLength(i + 1));
      expect(heard[i]).toBe(line);
      expect(reader.state.getState()).toMatchObject({ status: 'reading', index: i });
      end();
    }
    await vi.waitFor(() => expect(statusOf(reader)).toBe('ended'));
  });

  it('stops at once, and says no more', async () => {
    const { voice, heard, end } = handVoice();
    const reader = createReader([voice], () => 1);
    reader.start(lines, 'zh-CN');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    reader.stop();
    expect(reader.state.getState()).toMatchObject({ status: 'idle', index: -1 });
    end();
    await Promise.resolve();
    expect(heard).toHaveLength(1);
  });

  it('goes on after a pause at the beginning of the sentence that was cut off', async () => {
    const { voice, heard, end } = handVoice();
    const reader = createReader([voice], () => 1);
    reader.start(lines, 'zh-CN');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    end();
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    reader.pause();
    expect(reader.state.getState()).toMatchObject({ status: 'paused', index: 1 });
    reader.resume();
    await vi.waitFor(() => expect(heard).toEqual(['第一句。', '第二句。', '第二句。']));
  });

  it('asks the next voice when one cannot, and no longer the one that never can', async () => {
    const heard: string[] = [];
    const never: string[] = [];
    const sometimes: string[] = [];
    const reader = createReader(
      [
        failing(new CannotSpeakError('no voice', { isForGood: true }), never),
        failing(new CannotSpeakError('not this one'), sometimes),
        quick(heard),
      ],
      () => 1,
    );
    reader.start(lines, 'zh-CN');
    await vi.waitFor(() => expect(statusOf(reader)).toBe('ended'));
    expect(heard).toEqual(lines);
    expect(never).toHaveLength(1);
    expect(sometimes).toHaveLength(3);
  });

  it('says that nothing can speak when no voice can, at the first sentence', async () => {
    const asked: string[] = [];
    const reader = createReader(
      [failing(new CannotSpeakError('none', { isForGood: true }), asked)],
      () => 1,
    );
    reader.start(lines, 'zh-CN');
    await vi.waitFor(() => expect(statusOf(reader)).toBe('cannot'));
    expect(asked).toHaveLength(1);
    const slow = createReader([failing(new CannotSpeakError('each one'))], () => 1);
    slow.start(lines, 'zh-CN');
    await vi.waitFor(() => expect(statusOf(slow)).toBe('cannot'));
  });

  it('leaves out a sentence that nobody can say, goes on, and owns up to it', async () => {
    const heard: string[] = [];
    const voice: Voice = {
      id: 'pack',
      speak: (text) =>
        text === lines[1]
          ? Promise.reject(new CannotSpeakError('no clip'))
          : Promise.resolve(void heard.push(text)),
    };
    const reader = createReader([voice], () => 1);
    reader.start(lines, 'zh-CN');
    await vi.waitFor(() => expect(statusOf(reader)).toBe('ended'));
    expect(heard).toEqual([lines[0], lines[2]]);
    expect(reader.state.getState().skipped).toBe(1);
  });

  it('asks for a tap when the browser wants one, and goes on with it', async () => {
    let isAllowed = false;
    const heard: string[] = [];
    const voice: Voice = {
      id: 'shy',
      unlock: vi.fn(),
      speak: (text) =>
        isAllowed ? Promise.resolve(void heard.push(text)) : Promise.reject(new NeedsTapError()),
    };
    const reader = createReader([voice], () => 1);
    reader.start(lines, 'zh-CN');
    await vi.waitFor(() => expect(statusOf(reader)).toBe('blocked'));
    isAllowed = true;
    reader.resume();
    await vi.waitFor(() => expect(heard).toEqual(lines));
    expect(voice.unlock).toHaveBeenCalledTimes(2);
  });

  it('says the sentence again when the speed has changed', async () => {
    const { voice, heard } = handVoice();
    const reader = createReader([voice], () => 1);
    reader.start(lines, 'zh-CN');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    reader.again();
    await vi.waitFor(() => expect(heard).toEqual([lines[0], lines[0]]));
    reader.stop();
    reader.again();
    expect(heard).toHaveLength(2);
  });
});
