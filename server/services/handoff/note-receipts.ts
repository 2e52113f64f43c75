import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { raiseReceipts } from '../../store/conversations.ts';
import { findLogEnd } from '../../store/log-end.ts';
import { mayRead, mayWrite, type Party } from './party.ts';

/**
 * Notes how far one side has the log. Cursors only go forward and never past the end; a supervisor who looks in leaves
 * no trace of having read for the agent.
 * @throws ProblemError 404
 */
export async function noteReceipts(
  parts: Parts,
  party: Party,
  id: string,
  to: { deliveredTo?: number; readTo?: number },
): Promise<void> {
  const row = await findLogEnd(parts.store.db, id);
  if (!row || !mayRead(party, row, parts.clock.now())) throw new ProblemError('not-found', 404);
  if (!mayWrite(party, row)) return;
  const readTo = Math.min(to.readTo ?? 0, row.last_seq);
  const deliveredTo = Math.max(readTo, Math.min(to.deliveredTo ?? 0, row.last_seq));
  const side = party.side === 'customer' ? 'customer' : 'staff';
  const isRaised = await parts.store.write((tx) =>
    raiseReceipts(tx, id, side, { deliveredTo, readTo }),
  );
  if (isRaised) parts.hints.notify(id);
}
