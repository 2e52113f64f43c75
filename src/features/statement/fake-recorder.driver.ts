import { vi } from 'vitest';

/** jsdom's blobs do not give their bytes. */
const pieceOf = (text: string) =>
  Object.assign(new Blob([text]), {
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  });

/** A microphone and a recorder that the test speaks into, in place of the browser's. */
export function fakeRecorder() {
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const track = Object.assign(new EventTarget(), { stop: vi.fn() });
  const stream = { getTracks: () => [track] };
  let state = 'inactive';
  const tell = (name: string, event: unknown = {}) =>
    listeners.get(name)?.forEach((hear) => hear(event));
  class Recorder {
    static isTypeSupported = (type: string) => type.includes('webm');
    mimeType: string;
    constructor(_stream: unknown, { mimeType }: { mimeType: string }) {
      listeners.clear();
      this.mimeType = mimeType;
    }
    get state() {
      return state;
    }
    addEventListener(name: string, hear: (event: unknown) => void) {
      listeners.set(name, [...(listeners.get(name) ?? []), hear]);
    }
    start() {
      state = 'recording';
    }
    stop() {
      state = 'inactive';
      tell('dataavailable', { data: new Blob(['end']) });
      tell('stop');
    }
  }
  const getUserMedia = vi.fn(() => Promise.resolve(stream as unknown as MediaStream));
  vi.stubGlobal('MediaRecorder', Recorder);
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
  URL.createObjectURL = vi.fn(() => `blob:${Math.random()}`);
  URL.revokeObjectURL = vi.fn();
  return {
    getUserMedia,
    /** One piece more is there. */
    speak: (text: string) => tell('dataavailable', { data: pieceOf(text) }),
    /** A call comes in, or the plug is pulled. */
    takeAway: () => track.dispatchEvent(new Event('ended')),
    refuse: (name: string) =>
      getUserMedia.mockRejectedValueOnce(Object.assign(new Error(name), { name })),
    isClosed: () => track.stop.mock.calls.length > 0,
  };
}
