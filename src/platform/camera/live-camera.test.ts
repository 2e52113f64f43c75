import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasLiveCamera, openCamera } from './live-camera.ts';

function cameraThat(answer: () => Promise<unknown>) {
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: vi.fn(answer) } });
}
const named = (name: string) => Object.assign(new Error(name), { name });
const track = (facts: object = {}) => ({
  stop: vi.fn(),
  applyConstraints: vi.fn(() => Promise.resolve()),
  getCapabilities: () => facts,
});
const streamOf = (one: ReturnType<typeof track>) => ({
  getTracks: () => [one],
  getVideoTracks: () => [one],
});

describe('The camera looked through on the page', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is not offered where a page cannot have one', async () => {
    vi.stubGlobal('navigator', {});
    expect(hasLiveCamera()).toBe(false);
    await expect(openCamera()).rejects.toMatchObject({ trouble: 'none' });
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotFoundError', 'none'],
    ['OverconstrainedError', 'none'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('that answers %s is told as %s', async (name, trouble) => {
    cameraThat(() => Promise.reject(named(name)));
    await expect(openCamera()).rejects.toMatchObject({ trouble });
  });

  it('is let go, whatever it was used for', async () => {
    const one = track();
    cameraThat(() => Promise.resolve(streamOf(one)));
    const camera = await openCamera();
    camera.stop();
    expect(one.stop).toHaveBeenCalledOnce();
    expect(camera.light).toBeUndefined();
  });

  it('has a lamp where the phone says so', async () => {
    const one = track({ torch: true });
    cameraThat(() => Promise.resolve(streamOf(one)));
    await (await openCamera()).light?.(true);
    expect(one.applyConstraints).toHaveBeenCalledWith({ advanced: [{ torch: true }] });
  });

  it('that opens after a minute of thinking is closed at once', async () => {
    vi.useFakeTimers();
    const one = track();
    let open: (stream: unknown) => void = () => undefined;
    cameraThat(() => new Promise((resolve) => (open = resolve)));
    const opening = openCamera();
    const told = expect(opening).rejects.toMatchObject({ trouble: 'busy' });
    await vi.advanceTimersByTimeAsync(61_000);
    await told;
    open(streamOf(one));
    await vi.advanceTimersByTimeAsync(1);
    expect(one.stop).toHaveBeenCalledOnce();
  });
});
