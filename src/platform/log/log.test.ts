import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeLogServer } from '../../../test/support/fake-log-server.ts';
import { beginListening, endListening, listen, pass, texts } from './log.driver.ts';

let server: FakeLogServer;

beforeEach(() => {
  server = beginListening();
});
afterEach(endListening);

describe('A conversation that is heard', () => {
  it('has the whole log at once and each new event as it is written', async () => {
    const log = listen();
    await pass(0);
    expect(texts(log)).toEqual(['0']);
    expect(log.store.getState()).toMatchObject({ isLoaded: true, link: 'live', state: 'waiting' });
    server.write('taken', 'system');
    server.write('message', 'agent', { text: '1' });
    expect(texts(log)).toEqual(['0', undefined, '1']);
    expect(log.store.getState().state).toBe('active');
  });

  it('says after three seconds, not before, that it connects again; and that there is none without a network', async () => {
    const log = listen();
    await pass(0);
    server.network.isOff = true;
    server.cut();
    await pass(2900);
    expect(log.store.getState().link).toBe('live');
    await pass(200);
    expect(log.store.getState().link).toBe('reconnecting');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    dispatchEvent(new Event('offline'));
    expect(log.store.getState().link).toBe('offline');
    server.write('message', 'agent', { text: '1' });
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    server.network.isOff = false;
    dispatchEvent(new Event('online'));
    await pass(0);
    expect(log.store.getState().link).toBe('live');
    expect(texts(log)).toEqual(['0', '1']);
  });

  it('asks by itself where something on the way keeps the stream back', async () => {
    server.network.areStreamsMute = true;
    const log = listen();
    await pass(3100);
    server.write('message', 'agent', { text: '1' });
    await pass(0);
    expect(texts(log)).toEqual(['0', '1']);
    await pass(20_000);
    expect(server.streams.every(({ isClosed }) => isClosed)).toBe(true);
    server.write('message', 'agent', { text: '2' });
    await pass(0);
    expect(texts(log)).toEqual(['0', '1', '2']);
    expect(log.store.getState().link).toBe('live');
  });

  it('asks by itself where streams are refused, and where the browser has none', async () => {
    server.network.areStreamsRefused = true;
    const log = listen();
    await pass(5000);
    server.write('message', 'agent', { text: '1' });
    await pass(0);
    expect(texts(log)).toEqual(['0', '1']);
    vi.stubGlobal('EventSource', undefined);
    const other = listen();
    await pass(100);
    server.write('message', 'agent', { text: '2' });
    await pass(0);
    expect(texts(other)).toEqual(['0', '1', '2']);
  });

  it('opens another stream when the one it has falls silent', async () => {
    listen();
    await pass(0);
    expect(server.streams).toHaveLength(1);
    await pass(20_100);
    expect(server.streams).toHaveLength(2);
    expect(server.streams[0]?.isClosed).toBe(true);
  });

  it('opens anew after sleep, whatever the old stream says of itself', async () => {
    const log = listen();
    await pass(0);
    // Written while the page was frozen: the old stream never says it.
    const [old] = server.streams.splice(0);
    server.write('message', 'agent', { text: '1' });
    expect(texts(log)).toEqual(['0']);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(0);
    expect(old?.isClosed).toBe(true);
    expect(texts(log)).toEqual(['0', '1']);
    // The clock has jumped, and nothing told it.
    server.streams.splice(0);
    server.write('message', 'agent', { text: '2' });
    vi.setSystemTime(Date.now() + 60_000);
    await pass(2000);
    expect(texts(log)).toEqual(['0', '1', '2']);
  });

  it('goes when the server says bye, and comes back when it was told to', async () => {
    const log = listen();
    await pass(0);
    server.tell('bye', { retryMs: 1500 });
    expect(server.streams[0]?.isClosed).toBe(true);
    server.write('message', 'agent', { text: '1' });
    await pass(1600);
    expect(texts(log)).toEqual(['0', '1']);
  });

  it('reads everything anew when the server’s log was restored', async () => {
    const log = listen();
    await pass(0);
    server.write('message', 'agent', { text: '1' });
    server.events = server.events.slice(0, 1);
    server.epoch = 'e2';
    server.cut();
    await pass(1000);
    expect(texts(log)).toEqual(['0']);
    server.write('message', 'agent', { text: 'new' });
    expect(texts(log)).toEqual(['0', 'new']);
  });

  it('asks for what is missing', async () => {
    const log = listen();
    await pass(0);
    const [stream] = server.streams.splice(0);
    server.write('message', 'agent', { text: '1' });
    const last = server.write('message', 'agent', { text: '2' });
    stream?.say('message', last);
    await pass(0);
    expect(texts(log)).toEqual(['0', '1', '2']);
  });

  it('stops when it is no longer ours', async () => {
    const log = listen();
    await pass(0);
    server.tell('gone', {});
    const calls = server.calls.length;
    await pass(60_000);
    expect(log.store.getState().end).toBe('gone');
    expect(server.calls).toHaveLength(calls);
  });

  it('tells how far it has come, and what was on the screen', async () => {
    const log = listen();
    await pass(0);
    server.write('message', 'agent', { text: '1' });
    await pass(0);
    const puts = () => server.calls.filter((call) => call.startsWith('PUT')).length;
    expect(puts()).toBe(1);
    log.read(2);
    await pass(0);
    expect(puts()).toBe(2);
    log.read(2);
    await pass(0);
    expect(puts()).toBe(2);
  });

  it('shows that the other side writes, for six seconds or until they have written', async () => {
    const log = listen();
    await pass(0);
    server.tell('typing', { actor: 'agent' });
    expect(log.store.getState().isOtherTyping).toBe(true);
    await pass(6100);
    expect(log.store.getState().isOtherTyping).toBe(false);
    server.tell('typing', { actor: 'agent' });
    server.write('message', 'agent', { text: '1' });
    expect(log.store.getState().isOtherTyping).toBe(false);
  });
});
