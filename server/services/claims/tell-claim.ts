import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import type { Lng } from '../../http/words.ts';
import type { Parts } from '../../parts.ts';
import { addAudit, type AuditEntry } from '../../store/audit.ts';
import { saveClaim, type ClaimRecord } from '../../store/claims.ts';
import { findCustomer } from '../../store/customers.ts';
import { wakeJob } from '../../store/jobs.ts';
import { appendEvent } from '../../store/streams.ts';
import type { Tx } from '../../store/store.ts';
import { textPerson, type TextToSend } from '../text-person.ts';
import { alertsDue, settle } from './standing.ts';

/** What the customer sees happen on their claim. Words: `status.json` under `timeline.<kind>`. */
export type ClaimEventKind =
  | 'review-began'
  | 'papers-asked'
  | 'papers-arrived'
  | 'decided'
  | 'proceed'
  | 'withdrawn'
  | 'paid'
  | 'pay-ready'
  | 'raised'
  | 'late-told'
  | 'review-asked'
  | 'payout-held'
  | 'payout-called'
  | 'in-charge';

export interface ClaimNews {
  kind: ClaimEventKind;
  actor: 'customer' | 'staff' | 'system';
  /** Makes it happen once; absent: the kind alone, so that it happens once in a claim's life. */
  once?: string;
  body?: Readonly<Record<string, unknown>>;
}

export interface ClaimText {
  purpose: TextToSend['purpose'];
  values?: Readonly<Record<string, string>>;
}

export interface ClaimChange {
  audit: Pick<AuditEntry, 'actor' | 'action' | 'detail'>;
  news?: readonly ClaimNews[];
  texts?: readonly ClaimText[];
}

/**
 * Writes a changed claim with everything that goes with the change, in its transaction: lists and clocks, the line in
 * the customer's history, the audit, the texts.
 * @param claim as taken by `holdClaim` in this transaction, changed
 */
export async function tellClaim(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  change: ClaimChange,
): Promise<ClaimRecord> {
  const now = parts.clock.now();
  const settled = settle(parts, claim);
  await saveClaim(tx, parts.seal, settled);
  for (const { kind, actor, once = kind, body = {} } of change.news ?? []) {
    await appendEvent(tx, parts.seal, {
      streamId: claim.id,
      clientId: once,
      kind,
      actor,
      body,
      at: now,
    });
  }
  await addAudit(tx, parts, { ...change.audit, subject: { kind: 'claim', id: claim.id } });
  const texts = change.texts ?? [];
  const customer =
    texts.length > 0 ? await findCustomer(tx, parts.seal, claim.customer_id) : undefined;
  for (const { purpose, values = {} } of customer ? texts : []) {
    await textPerson(tx, parts, {
      to: customer?.phone ?? '',
      purpose,
      lng: lngOf(claim),
      values: { number: numberInGroups(claim.number), ...values },
    });
  }
  await wakeClocks(tx, parts, settled);
  return settled;
}

/** The language in which the claim was sent. */
export function lngOf(claim: Pick<ClaimRecord, 'lng'>): Lng {
  return claim.lng === 'en' ? 'en' : 'zh-CN';
}

/** Sets the clock of a claim to the next moment at which something raises it. */
export async function wakeClocks(tx: Tx, parts: Parts, claim: ClaimRecord): Promise<void> {
  const now = parts.clock.now();
  const { nextAt } = alertsDue(claim, parts.laneRules, now);
  if (nextAt !== undefined) await wakeClaimJob(tx, parts, 'claim-clocks', claim.id, nextAt);
}

/** The jobs of one claim: one of each kind. */
export async function wakeClaimJob(
  tx: Tx,
  parts: Parts,
  kind: 'assess-claim' | 'pay-claim' | 'claim-clocks' | 'recall-claim',
  claimId: string,
  runAt: number,
): Promise<void> {
  const now = parts.clock.now();
  await wakeJob(tx, { id: parts.ids.id(), kind, subject: claimId, runAt, now });
}
