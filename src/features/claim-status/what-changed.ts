import type { Claim, ClaimStatus } from '#domain/api/claim.ts';

/** What is worth saying of a claim that was looked at again. */
export type Change =
  | { kind: 'status'; status: ClaimStatus }
  | { kind: 'late' }
  | { kind: 'paper-rejected'; field: string }
  | { kind: 'held' };

/** What a customer would want to be told, the most important first; nothing when nothing of it changed. */
export function changesOf(before: Claim, after: Claim): Change[] {
  const changes: Change[] = [];
  if (before.status !== after.status) changes.push({ kind: 'status', status: after.status });
  if (!before.isLate && after.isLate) changes.push({ kind: 'late' });
  if (before.payment?.state !== 'held' && after.payment?.state === 'held')
    changes.push({ kind: 'held' });
  for (const { id, kind, state } of after.documents) {
    const was = before.documents.find((document) => document.id === id);
    if (state === 'rejected' && was?.state !== 'rejected')
      changes.push({ kind: 'paper-rejected', field: kind });
  }
  return changes;
}
