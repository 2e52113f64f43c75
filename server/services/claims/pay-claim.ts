import type { PayOrder } from '../../adapters/insurer/insurer.ts';
import type { Parts } from '../../parts.ts';
import type { StoredPayment } from '../../store/claim-work.ts';
import { holdClaim, saveClaim, type ClaimRecord } from '../../store/claims.ts';
import { findCustomer } from '../../store/customers.ts';
import type { LeasedJob, Tx } from '../../store/store.ts';
import { isCalled, lastPayment } from './standing.ts';
import { tellClaim } from './tell-claim.ts';
import { yuanWords } from './yuan-words.ts';

function withPayment(
  claim: ClaimRecord,
  order: string,
  change: Partial<StoredPayment>,
): ClaimRecord {
  const payments = claim.work.payments.map((one) =>
    one.order === order ? { ...one, ...change } : one,
  );
  return { ...claim, work: { ...claim.work, payments } };
}

/** From when the money may go; nothing when something else must happen first. */
function mayGoAt(claim: ClaimRecord, payment: StoredPayment): number | undefined {
  if (claim.status !== 'approved' && claim.status !== 'partly-approved') return undefined;
  const until = claim.work.proceedAt === undefined ? claim.withdraw_until : 0;
  if (payment.state === 'waiting') return until;
  if (payment.state === 'held' && isCalled(payment)) return Math.max(until, payment.heldUntil ?? 0);
  return undefined;
}

/**
 * Marks the order as given, in a transaction of its own before the insurer is asked: from here nothing stops it, and
 * whoever is killed now finds the same order again.
 */
async function begin(parts: Parts, claimId: string): Promise<PayOrder | { again: number } | null> {
  return parts.store.write(async (tx) => {
    const claim = await holdClaim(tx, parts.seal, claimId);
    const payment = claim && lastPayment(claim);
    if (!claim || !payment) return null;
    if (payment.state !== 'sending') {
      const at = mayGoAt(claim, payment);
      if (at === undefined) return null;
      if (at > parts.clock.now()) return { again: at };
      await saveClaim(tx, parts.seal, withPayment(claim, payment.order, { state: 'sending' }));
    }
    return orderOf(tx, parts, claim, payment);
  });
}

async function orderOf(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  payment: StoredPayment,
): Promise<PayOrder> {
  const customer = await findCustomer(tx, parts.seal, claim.customer_id);
  const { answers } = claim;
  const text = (field: string) =>
    typeof answers[field] === 'string' ? { [field]: answers[field] } : {};
  return {
    id: payment.order,
    claimId: claim.id,
    number: claim.number,
    customerRef: customer?.profile?.ref,
    amountFen: payment.amountFen,
    method: payment.method,
    payee: {
      ...text('payeeName'),
      ...text('payeeCard'),
      ...text('otherPayeeName'),
      ...text('otherPayeeId'),
      ...text('postalAddress'),
    },
  };
}

/** The job that pays what was agreed: not while the claim may still be taken back, and once, however often it is run. */
export async function payClaim(parts: Parts, job: LeasedJob): Promise<void | { again: number }> {
  const order = await begin(parts, job.subject);
  if (!order || 'again' in order) return order ?? undefined;
  const answer = await parts.insurer.pay(order);
  await parts.store.write(async (tx) => {
    const claim = await holdClaim(tx, parts.seal, job.subject);
    const payment = claim?.work.payments.find((one) => one.order === order.id);
    if (!claim || payment?.state !== 'sending') return;
    if (answer === 'paid') await recordPaid(tx, parts, claim, payment, { kind: 'system' });
    else await recordReady(tx, parts, claim, payment);
  });
}

/** The money has gone, or was handed out by somebody. */
export async function recordPaid(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  payment: StoredPayment,
  actor: { kind: 'system' } | { kind: 'staff'; id: string },
): Promise<ClaimRecord> {
  const paid = withPayment(claim, payment.order, { state: 'paid', paidAt: parts.clock.now() });
  const isReview = claim.status === 'reopened';
  return tellClaim(
    tx,
    parts,
    { ...paid, status: isReview ? claim.status : 'paid' },
    {
      audit: {
        actor,
        action: 'claim-paid',
        detail: { order: payment.order, amountFen: payment.amountFen, method: payment.method },
      },
      news: [{ kind: 'paid', once: `paid-${payment.order}`, actor: actor.kind, body: {} }],
      texts: [{ purpose: 'claim-paid', values: { amount: yuanWords(payment.amountFen) } }],
    },
  );
}

async function recordReady(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  payment: StoredPayment,
): Promise<void> {
  await tellClaim(tx, parts, withPayment(claim, payment.order, { state: 'ready' }), {
    audit: {
      actor: { kind: 'system' },
      action: 'claim-pay-ready',
      detail: { order: payment.order },
    },
    news: [{ kind: 'pay-ready', once: `ready-${payment.order}`, actor: 'system' }],
    texts: [{ purpose: 'claim-ready', values: { amount: yuanWords(payment.amountFen) } }],
  });
}
