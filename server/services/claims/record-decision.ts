import { payBy } from '#domain/lane/clocks.ts';
import type { Parts } from '../../parts.ts';
import type { StoredDecision, StoredPayment } from '../../store/claim-work.ts';
import type { ClaimRecord } from '../../store/claims.ts';
import type { Tx } from '../../store/store.ts';
import { deadlineWords } from '../moment-words.ts';
import { makePayment } from './payout-account.ts';
import { paidFen } from './standing.ts';
import { lngOf, tellClaim, wakeClaimJob, type ClaimText } from './tell-claim.ts';
import { yuanWords } from './yuan-words.ts';

/**
 * Writes a decision, the order to pay and what the customer is told, in one transaction. What a review grants beyond
 * what was paid before is paid beside it.
 * @param claim taken for the change, and undecided
 */
export async function recordDecision(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  decision: StoredDecision,
): Promise<ClaimRecord> {
  const balance = decision.outcome === 'refused' ? 0 : decision.amountFen - paidFen(claim);
  const payment =
    decision.outcome !== 'refused' && balance > 0
      ? await makePayment(tx, parts, claim, { amountFen: balance, at: decision.at })
      : undefined;
  const isPaidAlready = decision.outcome !== 'refused' && balance <= 0;
  const number = claim.work.decisions.length + 1;
  const decided = await tellClaim(
    tx,
    parts,
    {
      ...claim,
      status: isPaidAlready ? 'paid' : decision.outcome,
      work: {
        ...claim.work,
        decisions: [...claim.work.decisions, decision],
        payments: [...claim.work.payments, ...(payment ? [payment] : [])],
      },
    },
    {
      audit: {
        actor:
          decision.by.kind === 'staff' ? { kind: 'staff', id: decision.by.id } : { kind: 'system' },
        action: 'claim-decided',
        detail: {
          outcome: decision.outcome,
          ...(decision.outcome === 'refused' ? {} : { amountFen: decision.amountFen }),
          ...(decision.by.kind === 'machine' ? { ruleVersion: decision.by.ruleVersion } : {}),
          number,
        },
      },
      news: [
        {
          kind: 'decided',
          once: `decided-${number}`,
          actor: decision.by.kind === 'staff' ? 'staff' : 'system',
          body: { outcome: decision.outcome },
        },
        ...(payment?.state === 'held'
          ? [{ kind: 'payout-held', once: `held-${payment.order}`, actor: 'system' } as const]
          : []),
      ],
      texts: textsOf(parts, claim, decision, payment),
    },
  );
  if (payment) await wakePayment(tx, parts, decided, payment);
  return decided;
}

/** Not before the customer can no longer take it back, nor before a hold is over. */
export async function wakePayment(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  payment: StoredPayment,
): Promise<void> {
  const reversibleUntil = claim.work.proceedAt === undefined ? claim.withdraw_until : 0;
  const runAt = Math.max(parts.clock.now(), reversibleUntil, payment.heldUntil ?? 0);
  await wakeClaimJob(tx, parts, 'pay-claim', claim.id, runAt);
}

/** What a person wrote, ended as a sentence. */
function asSentence(words: string): string {
  return /[。！？.!?]$/.test(words) ? words : `${words}。`;
}

function textsOf(
  parts: Parts,
  claim: ClaimRecord,
  decision: StoredDecision,
  payment: StoredPayment | undefined,
): ClaimText[] {
  const lng = lngOf(claim);
  if (decision.outcome === 'refused') {
    const { clause } = decision;
    return [{ purpose: 'claim-refused', values: { words: asSentence(decision.words), clause } }];
  }
  const by = deadlineWords(lng, payBy(decision.at, parts.laneRules));
  const amount = yuanWords(decision.amountFen);
  const held: ClaimText[] =
    payment?.heldUntil !== undefined
      ? [{ purpose: 'payout-held', values: { until: deadlineWords(lng, payment.heldUntil) } }]
      : [];
  if (decision.outcome === 'partly-approved') {
    const { clause } = decision;
    const words = asSentence(decision.words);
    return [{ purpose: 'claim-partly', values: { amount, words, clause } }, ...held];
  }
  return [{ purpose: 'claim-approved', values: { amount, by } }, ...held];
}
