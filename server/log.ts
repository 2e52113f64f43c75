import type { Log } from './parts.ts';

/** One JSON line each, to standard error: standard output says `ready …` and nothing else. */
export function createLog(
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log {
  const line = (level: string, event: string, facts: object) =>
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`);
  return {
    info: (event, facts = {}) => line('info', event, facts),
    warn: (event, facts = {}) => line('warn', event, facts),
    error: (event, error, facts = {}) =>
      line('error', event, {
        ...facts,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  };
}

/** Says nothing (tests). */
export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
