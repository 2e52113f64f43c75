import { vi } from 'vitest';
import { createPageVault, type Vault } from '#platform/storage/vault.ts';
import { fakeLogServer, type FakeLogServer } from '../../../test/support/fake-log-server.ts';
import { createLog, type Log } from './log.ts';

let open: Log[] = [];

/** A conversation that somebody has asked for, and a clock that only `pass` moves; until `endListening`. */
export function beginListening(): FakeLogServer {
  vi.useFakeTimers();
  const server = fakeLogServer();
  server.write('requested', 'customer', { text: '0' });
  return server;
}

/** A page of the customer that has it open; the vault is that of the phone, where two pages share one. */
export function listen(vault: Vault = createPageVault()): Log {
  const log = createLog({
    conversationId: 'h1',
    as: 'customer',
    vault: () => Promise.resolve(vault),
  });
  open.push(log);
  log.start();
  return log;
}

/** Closes every page and gives the real clock and network back. */
export function endListening(): void {
  for (const log of open) log.stop();
  open = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** What stands in the log, in its order. */
export const texts = (log: Log) => log.store.getState().events.map(({ body }) => body.text);
