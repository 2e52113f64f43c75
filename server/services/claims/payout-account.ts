import type { LaneRules } from '#domain/lane/rules.ts';
import type { Parts } from '../../parts.ts';
import type { StoredPayment } from '../../store/claim-work.ts';
import { listFormerClaims, type ClaimRecord } from '../../store/claims.ts';
import { findCustomer } from '../../store/customers.ts';
import type { Tx } from '../../store/store.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Whether the money would go to an account that is not the one on file, or not the one of the same claim before it was
 * taken back and sent again: a changed account cools off and is called back on the old number (P4).
 */
async function isChangedAccount(tx: Tx, parts: Parts, claim: ClaimRecord): Promise<boolean> {
  const { answers } = claim;
  if (answers['payoutTo'] !== 'newCard' && answers['payoutTo'] !== 'passbook') return false;
  const customer = await findCustomer(tx, parts.seal, claim.customer_id);
  const onFile = customer?.profile?.cardOnFile;
  const card = text(answers['payeeCard']);
  if (onFile && !card.endsWith(onFile.lastFour)) return true;
  if (onFile && card === '') return true;
  const former = await listFormerClaims(tx, parts.seal, claim.draft_id);
  return former.some(({ answers: before }) => {
    const old = text(before['payeeCard']);
    return old !== '' && old !== card;
  });
}

/** The order to pay what was agreed, held where the account is a changed one. */
export async function makePayment(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  agreed: { amountFen: number; at: number },
): Promise<StoredPayment> {
  const isDenied = claim.work.payments.some(({ calls }) =>
    calls.some(({ outcome }) => outcome === 'denied'),
  );
  // Said on the old number not to be theirs: the money is handed to the person, with their ID card.
  if (isDenied) return handedOut(parts, agreed);
  const isHeld = await isChangedAccount(tx, parts, claim);
  return {
    order: parts.ids.id(),
    method: text(claim.answers['payoutTo']) || 'counter',
    amountFen: agreed.amountFen,
    agreedAt: agreed.at,
    state: isHeld ? 'held' : 'waiting',
    ...(isHeld ? { heldUntil: heldUntil(claim, parts.laneRules) } : {}),
    calls: [],
  };
}

/** An order to hand money out at a branch. */
export function handedOut(
  parts: Pick<Parts, 'ids'>,
  agreed: { amountFen: number; at: number },
): StoredPayment {
  return {
    order: parts.ids.id(),
    method: 'counter',
    amountFen: agreed.amountFen,
    agreedAt: agreed.at,
    state: 'waiting',
    calls: [],
  };
}

/** The account was named when the claim was sent: from then it cools off. */
function heldUntil(claim: ClaimRecord, rules: LaneRules): number {
  return claim.submitted_at + rules.payoutHoldHours * 3_600_000;
}
