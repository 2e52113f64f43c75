import { afterEach, describe, expect, it, vi } from 'vitest';
import { canListen, listen } from './listen.ts';

class FakeRecognizer {
  static last: FakeRecognizer;
  lang = '';
  onresult?: (event: { results: { transcript: string }[][] }) => void;
  onerror?: (event: { error: string }) => void;
  onend?: () => void;
  start = vi.fn();
  stop = vi.fn(() => this.onend?.());
  constructor() {
    FakeRecognizer.last = this;
  }
}
const host = globalThis as unknown as { webkitSpeechRecognition?: unknown };
const hear = () => ({ onText: vi.fn(), onEnd: vi.fn() });
afterEach(() => delete host.webkitSpeechRecognition);

describe('A sentence that is said', () => {
  it('is not asked for where the browser cannot write it down', () => {
    expect(canListen()).toBe(false);
    const hearing = hear();
    listen('zh-CN', hearing);
    expect(hearing.onEnd).toHaveBeenCalledWith('failed');
  });

  it('is written down while it is said', () => {
    host.webkitSpeechRecognition = FakeRecognizer;
    expect(canListen()).toBe(true);
    const hearing = hear();
    const stop = listen('zh-CN', hearing);
    expect(FakeRecognizer.last.lang).toBe('zh-CN');
    FakeRecognizer.last.onresult?.({ results: [[{ transcript: '老伴' }]] });
    FakeRecognizer.last.onresult?.({
      results: [[{ transcript: '老伴上周' }], [{ transcript: '住院了' }]],
    });
    expect(hearing.onText).toHaveBeenLastCalledWith('老伴上周住院了');
    stop();
    expect(hearing.onEnd).toHaveBeenCalledWith(undefined);
  });

  it('is told apart from a microphone that was refused, and from silence', () => {
    host.webkitSpeechRecognition = FakeRecognizer;
    const refused = hear();
    listen('zh-CN', refused);
    FakeRecognizer.last.onerror?.({ error: 'not-allowed' });
    FakeRecognizer.last.onend?.();
    expect(refused.onEnd).toHaveBeenCalledWith('refused');
    const silent = hear();
    listen('zh-CN', silent);
    FakeRecognizer.last.onend?.();
    expect(silent.onEnd).toHaveBeenCalledWith('failed');
  });
});
