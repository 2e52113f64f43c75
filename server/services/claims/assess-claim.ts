import { assess, type Assessment, type PersonReason } from '#domain/lane/assess.ts';
import type { Parts } from '../../parts.ts';
import { policiesOfClaim } from '../../store/claim-policies.ts';
import { findClaimById, holdClaim, type ClaimRecord } from '../../store/claims.ts';
import { findCustomer } from '../../store/customers.ts';
import { documentsOfClaim } from '../../store/draft-documents.ts';
import type { LeasedJob } from '../../store/store.ts';
import { deliveredClaim } from './delivered-claim.ts';
import { assessFacts } from './assess-facts.ts';
import { recordDecision } from './record-decision.ts';
import { tellClaim } from './tell-claim.ts';

/** After so many tries a person looks: nobody waits for a machine. */
const INSURER_TRIES = 4;

/** A photo that is looked through for viruses is waited for: how long after the claim came, and how often it is asked. */
const CHECKED_WITHIN_MS = 30 * 60_000;
const CHECKED_YET_MS = 30_000;

const toPerson = (ruleVersion: string, reason: PersonReason): Assessment => ({
  outcome: 'person',
  reasons: [reason],
  ruleVersion,
});

/** Our rules first, then the insurer's own word. Both must say yes to the whole amount: less is a person's to say. */
async function judge(parts: Parts, claim: ClaimRecord, attempts: number): Promise<Assessment> {
  const { db } = parts.store;
  const facts = await assessFacts(db, parts, claim);
  if (!facts) return toPerson(parts.laneRules.version, 'insurer-asks');
  const ours = assess(facts, parts.laneRules);
  if (ours.outcome === 'person') return ours;
  try {
    const customer = await findCustomer(db, parts.seal, claim.customer_id);
    const theirs = await parts.insurer.assess({
      ...deliveredClaim(claim, customer, await policiesOfClaim(db, parts.seal, claim.id)),
      amountFen: ours.amountFen,
    });
    const isSame = theirs.outcome === 'approve' && theirs.amountFen === ours.amountFen;
    return isSame ? ours : toPerson(ours.ruleVersion, 'insurer-asks');
  } catch (error) {
    if (attempts < INSURER_TRIES) throw error;
    parts.log.error('claim-not-assessed', error, { claim: claim.id });
    return toPerson(ours.ruleVersion, 'insurer-away');
  }
}

/**
 * The job that looks at a claim soon after it came: approves it or hands it to a person. There is no third way (C9).
 * A claim that was taken back, or that somebody has begun to work on, is left alone. Nothing is approved on a photo that
 * was not looked through yet: what takes long, a person decides without it.
 */
export async function assessClaim(parts: Parts, job: LeasedJob): Promise<void | { again: number }> {
  const found = await findClaimById(parts.store.db, parts.seal, job.subject);
  if (found?.status !== 'received') return;
  const now = parts.clock.now();
  const documents = await documentsOfClaim(parts.store.db, found.id);
  const isChecking = documents.some(({ state }) => state === 'checking');
  if (isChecking && now < found.submitted_at + CHECKED_WITHIN_MS)
    return { again: now + CHECKED_YET_MS };
  const made = await judge(parts, found, job.attempts);
  await parts.store.write(async (tx) => {
    const claim = await holdClaim(tx, parts.seal, job.subject);
    if (claim?.status !== 'received' || claim.work.assessment) return;
    const at = parts.clock.now();
    const { ruleVersion } = made;
    const reasons = made.outcome === 'person' ? [...made.reasons] : [];
    const assessed: ClaimRecord = {
      ...claim,
      work: { ...claim.work, assessment: { at, outcome: made.outcome, reasons, ruleVersion } },
    };
    if (made.outcome === 'approve') {
      await recordDecision(tx, parts, assessed, {
        at,
        review: 0,
        outcome: 'approved',
        amountFen: made.amountFen,
        by: { kind: 'machine', ruleVersion },
      });
      return;
    }
    await tellClaim(
      tx,
      parts,
      { ...assessed, status: 'in-review' },
      {
        audit: {
          actor: { kind: 'system' },
          action: 'claim-to-person',
          detail: { reasons, ruleVersion },
        },
        news: [{ kind: 'review-began', actor: 'system' }],
      },
    );
  });
}
