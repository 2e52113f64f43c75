import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The module anew, as a page begins with it. */
async function freshLine(protocol = 'http/1.1') {
  vi.resetModules();
  const page = { nextHopProtocol: protocol } as unknown as PerformanceEntry;
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([page]);
  return (await import('./line.ts')).inTurn;
}

/** Asks for so many files that come when they are told to. */
function askFor(count: number, inTurn: (get: () => Promise<void>) => Promise<void>) {
  const begun: (() => void)[] = [];
  const all = Array.from({ length: count }, () =>
    inTurn(() => new Promise<void>((resolve) => begun.push(resolve))),
  );
  return { begun, all };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

test('a page that loads many files leaves one of six connections free for a tap', async () => {
  const { begun, all } = askFor(12, await freshLine());
  expect(begun).toHaveLength(5);
  begun[0]?.();
  await settle();
  expect(begun).toHaveLength(6);
  for (let i = 0; i < 12; i += 1) {
    begun[i]?.();
    await settle();
  }
  await Promise.all(all);
  expect(begun).toHaveLength(12);
});

test('where all goes over one connection, nothing waits for anything', async () => {
  const { begun } = askFor(60, await freshLine('h2'));
  expect(begun).toHaveLength(60);
});

test('a file that fails gives its place on, and one that is silent does so after a while', async () => {
  const inTurn = await freshLine();
  await expect(inTurn(() => Promise.reject(new Error('no signal')))).rejects.toThrow('no signal');
  vi.useFakeTimers();
  const { begun } = askFor(6, inTurn);
  expect(begun).toHaveLength(5);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(begun).toHaveLength(6);
});
