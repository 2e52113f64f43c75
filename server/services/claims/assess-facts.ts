import { isAboutOther } from '#domain/claims/insured.ts';
import { findFlow } from '#domain/claims/flows.ts';
import { LATER, UNKNOWN, type Answers, type AnswerValue, type Flow } from '#domain/flow/types.ts';
import type { AssessFacts } from '#domain/lane/assess.ts';
import type { Lane } from '#domain/lane/rules.ts';
import { SELF } from '#domain/policies/terms.ts';
import type { Parts } from '../../parts.ts';
import type { ClaimRecord } from '../../store/claims.ts';
import { policiesOfClaim } from '../../store/claim-policies.ts';
import { findCustomer, type CustomerRecord } from '../../store/customers.ts';
import { documentsOfClaim } from '../../store/draft-documents.ts';
import { findDraft } from '../../store/drafts.ts';
import { listFiledClaims } from '../../store/filed-events.ts';
import type { Db } from '../../store/store.ts';
import { filedEventOf } from '../facts/claim-context.ts';
import { paperFacts } from '../facts/paper-facts.ts';

/** What a claim comes to as its customer says, 分; absent when they could not. */
export function claimedFen(flow: Flow | undefined, answers: Answers): number | undefined {
  const fields = Object.entries(flow?.fields ?? {}).filter(([, spec]) => spec.kind === 'amount');
  const [field] = fields.find(([, spec]) => spec.fact === 'totalFen') ?? fields[0] ?? ['amountFen'];
  const value = answers[field];
  return typeof value === 'number' ? value : undefined;
}

/**
 * Whether each paper that is needed came as photos: one that comes another way is not here yet.
 * @param unusable ids of photos that we have and cannot use, or must not open
 */
export function hasAllPapers(
  flow: Flow,
  answers: Answers,
  unusable: readonly string[] = [],
): boolean {
  return Object.entries(flow.fields).every(([field, spec]) => {
    if (spec.kind !== 'photos') return true;
    const value = answers[field];
    if (value === undefined) return true;
    return Array.isArray(value) && value.length > 0 && !value.some((id) => unusable.includes(id));
  });
}

function hasOpenAnswers(flow: Flow, answers: Answers): boolean {
  return Object.entries(flow.fields).some(([field, spec]) => {
    const value = answers[field];
    return value === LATER || (value === UNKNOWN && spec.kind !== 'amount');
  });
}

function isPaidToSelf(flow: Flow, answers: Answers, customer: CustomerRecord | undefined) {
  if (isAboutOther(flow) || answers['payeeWho'] === 'other') return false;
  const name = answers['payeeName'];
  return typeof name !== 'string' || name.trim() === customer?.profile?.name;
}

const isSame = (a: AnswerValue, b: AnswerValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the papers say of the answers given: the amount, and whether anything they say is different. */
async function paperWord(db: Db, parts: Parts, flow: Flow, claim: ClaimRecord) {
  const draft = await findDraft(db, parts.seal, claim.draft_id, [claim.owner]);
  const facts = draft ? await paperFacts(db, parts, draft) : [];
  const totals = facts.filter(({ name }) => name === 'totalFen').map(({ value }) => value);
  const paperAmountFen = typeof totals[0] === 'number' ? totals[0] : undefined;
  const contradicts = Object.entries(flow.fields).some(([field, spec]) => {
    const answer = claim.answers[field];
    if (!spec.fact || spec.kind === 'amount' || answer === undefined) return false;
    return facts.some(({ name, value }) => name === spec.fact && !isSame(value, answer));
  });
  return { paperAmountFen, contradicts };
}

/** What an assessment without a person goes by. */
export async function assessFacts(
  db: Db,
  parts: Parts,
  claim: ClaimRecord,
): Promise<AssessFacts | undefined> {
  const flow = findFlow(claim.flow, parts.flows);
  if (!flow) return undefined;
  const { answers } = claim;
  const customer = await findCustomer(db, parts.seal, claim.customer_id);
  const event = customer ? filedEventOf(customer, flow, answers) : undefined;
  const unusable = (await documentsOfClaim(db, claim.id))
    .filter(({ state }) => state === 'rejected' || state === 'checking')
    .map(({ id }) => id);
  const filed = event ? await listFiledClaims(db, parts.seal, event) : [];
  return {
    flow: flow.id,
    // Written from the domain's own type.
    lane: claim.lane as Lane,
    amountFen: claimedFen(flow, answers),
    ...(await paperWord(db, parts, flow, claim)),
    isCustomerKnown: customer?.profile !== undefined,
    isForSelf: (answers['insured'] ?? SELF) === SELF,
    isPaidToSelf: isPaidToSelf(flow, answers, customer),
    policies: await policiesOfClaim(db, parts.seal, claim.id),
    hasAllPapers: hasAllPapers(flow, answers, unusable),
    hasOpenAnswers: hasOpenAnswers(flow, answers),
    isAlsoFiled: filed.some(({ claim_id }) => claim_id !== claim.id),
  };
}
