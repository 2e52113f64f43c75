import type { ClaimReceipt } from '#domain/api/claim.ts';
import { consentsOf, problemsOf, walkClaim } from '#domain/flow/claim-walk.ts';
import type { Answers, Flow } from '#domain/flow/types.ts';
import { decideLane } from '#domain/lane/decide-lane.ts';
import { ownerOf, type Who } from '../http/context.ts';
import { ProblemError, type FieldFault } from '../http/problem.ts';
import type { Lng } from '../http/words.ts';
import type { Parts } from '../parts.ts';
import { addAudit } from '../store/audit.ts';
import { findClaimOfDraft, insertClaim, type ClaimRecord } from '../store/claims.ts';
import { findCustomer, type CustomerRecord } from '../store/customers.ts';
import { attachToClaim, documentsOfDraft } from '../store/draft-documents.ts';
import { closeDraft, type DraftRecord } from '../store/drafts.ts';
import { insertJob } from '../store/jobs.ts';
import { appendEvent, insertStream } from '../store/streams.ts';
import type { Tx } from '../store/store.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { noWork } from '../store/claim-work.ts';
import { makeClaimNumber } from './claim-number.ts';
import { claimedFen, hasAllPapers } from './claims/assess-facts.ts';
import { nextInCharge } from './claims/in-charge.ts';
import { wakeClaimJob, wakeClocks } from './claims/tell-claim.ts';
import { viewReceipt } from './claim-view.ts';
import { standingOf } from './customer-view.ts';
import { claimContext } from './facts/claim-context.ts';
import { payoutFaults } from './facts/payout-faults.ts';
import { recordCover } from './facts/record-cover.ts';
import { presentDraft } from './draft-view.ts';
import { deadlineWords } from './moment-words.ts';
import { ownDraft } from './read-draft.ts';
import { textPerson } from './text-person.ts';

/** What the customer ticks on the page that shows all answers. */
export const ANSWERS_CHECKED = 'answers-checked';

export interface SubmitClaim {
  draftId: string;
  confirmations: readonly string[];
  /** Ids, with or without `@<version>`. */
  consents: readonly string[];
  lng: Lng;
}

export interface Submitted {
  receipt: ClaimReceipt;
  /** False: the draft had its claim already, and this is its receipt. */
  isNew: boolean;
}

function photoFaults(
  flow: Flow,
  relevant: Answers,
  documents: Awaited<ReturnType<typeof documentsOfDraft>>,
): FieldFault[] {
  return Object.entries(relevant).flatMap(([field, value]): FieldFault[] => {
    const kind = flow.fields[field]?.kind;
    if ((kind !== 'photos' && kind !== 'statement') || !Array.isArray(value)) return [];
    const named = (value as readonly string[]).map((id) =>
      documents.find((document) => document.id === id),
    );
    const step = flow.steps.find((one) => one.ask.includes(field))?.id;
    if (named.some((document) => !document)) return [{ field, code: 'photos-not-here', step }];
    return named.some((document) => document?.state === 'rejected')
      ? [{ field, code: 'photos-unusable', step }]
      : [];
  });
}

/** The same walk as in the browser, then what only the server can know. @throws ProblemError 422 */
async function checkAnswers(
  tx: Tx,
  parts: Parts,
  flow: Flow,
  draft: DraftRecord,
  customer: CustomerRecord,
) {
  const context = claimContext(parts, customer, flow, draft.answers);
  const faults: FieldFault[] = problemsOf(flow, draft.answers, context);
  const { relevant } = walkClaim(flow, draft.answers, context);
  faults.push(...photoFaults(flow, relevant, await documentsOfDraft(tx, draft.id)));
  faults.push(...payoutFaults(flow, relevant, customer));
  if (faults.length > 0) throw new ProblemError('claim-incomplete', 422, { errors: faults });
  return relevant;
}

/** Each consent that the answers give is said once more by the page that sends them (P-29). @throws ProblemError 422 */
function checkConsents(flow: Flow, relevant: Answers, request: SubmitClaim): string[] {
  const given = consentsOf(flow, relevant);
  const named = new Set(request.consents);
  const missing = given.filter(
    (consent) => !named.has(consent) && !named.has(consent.split('@')[0] ?? ''),
  );
  if (missing.length > 0) {
    throw new ProblemError('consent-missing', 422, {
      errors: missing.map((consent) => ({ field: consent, code: 'consent-missing' })),
    });
  }
  if (!request.confirmations.includes(ANSWERS_CHECKED)) {
    throw new ProblemError('confirmation-missing', 422, {
      errors: [{ field: 'confirmations', code: 'confirmation-missing' }],
    });
  }
  return given;
}

function decide(parts: Parts, flow: Flow, relevant: Answers, customer: CustomerRecord) {
  const { age, isInHardship } = standingOf(parts, customer);
  return decideLane(
    {
      flow: flow.id,
      age,
      isInHardship,
      amountFen: claimedFen(flow, relevant),
      // Whom the insurer does not know, a person must find first: nothing is decided by limits alone.
      hasAllPapers: customer.profile !== undefined && hasAllPapers(flow, relevant),
    },
    parts.laneRules,
    parts.clock.now(),
  );
}

/**
 * Makes a claim of a draft: walked and judged again, lane and promise decided, and claim, log entry, audit, text and
 * delivery written in one transaction. A draft makes one claim, whoever sends it how often: the second gets the receipt
 * of the first.
 * @param tx the transaction that also holds the idempotency key
 * @throws ProblemError 401 `sign-in-needed`, 404, 422 `claim-incomplete`, `consent-missing`, `confirmation-missing`
 */
export async function submitClaim(
  tx: Tx,
  parts: Parts,
  who: Required<Who>,
  request: SubmitClaim,
): Promise<Submitted> {
  const customer = await findCustomer(tx, parts.seal, who.customerId);
  if (!customer) throw new ProblemError('sign-in-needed', 401);
  const saved = await ownDraft(tx, parts, who, request.draftId);
  const now = parts.clock.now();
  // Of several at once one closes the draft; the others wait for its commit and then find the claim.
  if (saved.state !== 'open' || !(await closeDraft(tx, saved.id, now))) {
    const claim = await findClaimOfDraft(tx, parts.seal, saved.id);
    if (!claim) throw new Error('a submitted draft has no claim');
    return { receipt: viewReceipt(claim), isNew: false };
  }
  const { flow, draft } = presentDraft(parts, await ownDraft(tx, parts, who, request.draftId));
  const relevant = await checkAnswers(tx, parts, flow, draft, customer);
  const consents = checkConsents(flow, relevant, request);
  const decision = decide(parts, flow, relevant, customer);

  const claim: ClaimRecord = {
    id: parts.ids.id(),
    number: '',
    draft_id: draft.id,
    owner: ownerOf(who),
    customer_id: customer.id,
    flow: flow.id,
    flow_version: flow.version,
    answers: relevant,
    consents,
    confirmations: [...request.confirmations],
    status: 'received',
    lane: decision.lane,
    laneReasons: [...decision.reasons],
    rule_version: decision.ruleVersion,
    promise_by: decision.promiseBy,
    withdraw_until: decision.withdrawUntil,
    clocks: decision.clocks.map((clock) => ({ ...clock })),
    submitted_at: now,
    lng: request.lng,
    in_charge: await nextInCharge(tx),
    work: noWork,
    alerts: [],
  };
  await insertNumbered(tx, parts, claim);
  const photos = Object.values(relevant).flatMap((value) =>
    Array.isArray(value) ? (value as readonly string[]) : [],
  );
  await attachToClaim(tx, claim.id, draft.id, photos);
  await recordCover(tx, parts, claim, customer, flow);
  await recordClaim(tx, parts, claim, customer, request.lng);
  return { receipt: viewReceipt(claim), isNew: true };
}

async function insertNumbered(tx: Tx, parts: Parts, claim: ClaimRecord): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    claim.number = makeClaimNumber(parts.ids, parts.clock.now(), attempt);
    if (await insertClaim(tx, parts.seal, claim)) return;
  }
  throw new Error('no free claim number');
}

async function recordClaim(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  customer: CustomerRecord,
  lng: Lng,
): Promise<void> {
  const now = claim.submitted_at;
  await insertStream(tx, { id: claim.id, kind: 'claim', created_at: now });
  await appendEvent(tx, parts.seal, {
    streamId: claim.id,
    clientId: 'received',
    kind: 'received',
    actor: 'customer',
    body: { ruleVersion: claim.rule_version, lane: claim.lane },
    at: now,
  });
  await addAudit(tx, parts, {
    actor: { kind: 'customer', id: customer.id },
    action: 'claim-submitted',
    subject: { kind: 'claim', id: claim.id },
    detail: {
      flow: claim.flow,
      flowVersion: claim.flow_version,
      lane: claim.lane,
      consents: claim.consents,
    },
  });
  await textPerson(tx, parts, {
    to: customer.phone,
    purpose: 'claim-received',
    lng,
    values: { number: numberInGroups(claim.number), promise: deadlineWords(lng, claim.promise_by) },
  });
  const assessAt = now + parts.laneRules.assessAfterSeconds * 1000;
  await wakeClaimJob(tx, parts, 'assess-claim', claim.id, assessAt);
  await wakeClocks(tx, parts, claim);
  await insertJob(tx, {
    id: parts.ids.id(),
    kind: 'deliver-claim',
    subject: claim.id,
    runAt: now,
    now,
  });
}
