import type { Parts } from '../parts.ts';
import type { AuditTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

export interface AuditEntry {
  actor: { kind: 'customer' | 'staff' | 'system'; id?: string };
  /** What was done, a word of our own: `claim-submitted`, `field-unmasked`. */
  action: string;
  subject: { kind: string; id: string };
  /** Never a name, phone, answer or secret. */
  detail?: Readonly<Record<string, unknown>>;
}

/** Writes who did what, in the transaction that does it: neither is there without the other. */
export async function addAudit(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'ids'>,
  entry: AuditEntry,
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      id: parts.ids.id(),
      at: parts.clock.now(),
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.id ?? null,
      action: entry.action,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}

/** What was done with something, the newest first. */
export function listAudit(
  db: Db,
  subject: AuditEntry['subject'],
  limit: number,
): Promise<AuditTable[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** All that was done with something since a moment. */
export function listAuditSince(
  db: Db,
  subject: AuditEntry['subject'],
  since: number,
): Promise<AuditTable[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('at', '>', since)
    .execute();
}
