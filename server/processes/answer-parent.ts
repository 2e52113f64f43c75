import { writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import type { Asked, Said } from './messages.ts';

const nameOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Makes this process one that works for the server: it knows no secret and no database, may be killed at any moment,
 * and goes when the server goes. Pages come first.
 * @param open loads what the work needs; what it throws means that this system cannot do it
 */
export async function answerParent<Ask, Answer>(
  open: () => Promise<(ask: Ask) => Promise<Answer>>,
): Promise<void> {
  const send = (said: Said<Answer>): void => void process.send?.(said);
  process.on('disconnect', () => process.exit(0));
  try {
    setPriority(10);
  } catch {
    // Some containers forbid it; the work is done all the same.
  }
  // Where memory runs out, the system should take this process and not the server.
  if (process.platform === 'linux')
    writeFile('/proc/self/oom_score_adj', '900').catch(() => undefined);
  let work: (ask: Ask) => Promise<Answer>;
  try {
    work = await open();
  } catch (error) {
    send({ kind: 'none', why: nameOf(error) });
    return;
  }
  process.on('message', ({ id, ask }: Asked<Ask>) => {
    work(ask).then(
      (answer) => send({ kind: 'done', id, answer }),
      (error: unknown) => send({ kind: 'failed', id, why: nameOf(error) }),
    );
  });
  send({ kind: 'ready' });
}
