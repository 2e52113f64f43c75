import type { Draft } from '#domain/api/draft.ts';
import { findFlow } from '#domain/claims/flows.ts';
import { suggestionsOf, valuesOf, type KnownFact } from '#domain/drafts/facts.ts';
import type { Flow } from '#domain/flow/types.ts';
import type { HospitalRecord } from '../../adapters/insurer/insurer.ts';
import type { Parts } from '../../parts.ts';
import { findCustomer, type CustomerRecord } from '../../store/customers.ts';
import type { DraftRecord } from '../../store/drafts.ts';
import { listFiledClaims } from '../../store/filed-events.ts';
import { listRecords } from '../../store/hospital-records.ts';
import type { Db } from '../../store/store.ts';
import { claimContext, coverOf, filedEventOf, insuredsFor } from './claim-context.ts';
import { earlierFacts, insuredFromPaper, policyFacts, recordFacts } from './known-facts.ts';
import { paperFacts } from './paper-facts.ts';

type Knowledge = Pick<Draft, 'known' | 'insureds' | 'policies' | 'notPaying' | 'isAlsoFiled'>;

/** The stays that this draft may be about: the one that it was begun from, else those that are in no other claim. */
async function recordsFor(
  db: Db,
  customer: CustomerRecord,
  draft: DraftRecord,
): Promise<readonly HospitalRecord[]> {
  const records = customer.profile?.hospitalRecords ?? [];
  if (draft.flow !== 'hospital' || records.length === 0) return [];
  const rows = await listRecords(db, customer.id);
  const own = rows.find((row) => row.draft_id === draft.id);
  if (own) return records.filter(({ id }) => id === own.record_ref);
  const taken = rows.filter((row) => row.dismissed_at !== null || row.draft_state === 'submitted');
  return records.filter(({ id }) => taken.every((row) => row.record_ref !== id));
}

/** Everything known that may answer a question of this draft, whatever the customer has answered yet. */
async function factsFor(
  db: Db,
  parts: Parts,
  customer: CustomerRecord,
  flow: Flow,
  draft: DraftRecord,
): Promise<KnownFact[]> {
  const insureds = insuredsFor(customer, flow);
  const papers = await paperFacts(db, parts, draft);
  const fromPapers = [...papers, ...insuredFromPaper(papers, insureds)];
  const { profile } = customer;
  if (!profile) return fromPapers;
  const onPaper = fromPapers.find(({ name }) => name === 'admittedOn')?.value;
  const records = await recordsFor(db, customer, draft);
  return [
    ...fromPapers,
    ...recordFacts(records, {
      insured: draft.answers['insured'],
      admittedOn: draft.answers['admittedOn'] ?? onPaper,
    }),
    ...policyFacts(profile, insureds, flow),
    ...earlierFacts(profile),
  ];
}

/**
 * What is known about the claim in hand before it is asked: facts with their sources, for whom, which policies pay.
 * Before sign-in only what the draft's own photos say: whose would the other facts be?
 */
export async function knowledgeOf(db: Db, parts: Parts, draft: DraftRecord): Promise<Knowledge> {
  const customerId = /^c:(.+)$/.exec(draft.owner)?.[1];
  const customer = customerId ? await findCustomer(db, parts.seal, customerId) : undefined;
  const flow = findFlow(draft.flow, parts.flows);
  if (!flow) return {};
  if (!customer) {
    const papers = await paperFacts(db, parts, draft);
    return papers.length > 0 ? { known: papers } : {};
  }
  const known = await factsFor(db, parts, customer, flow, draft);
  const context = claimContext(parts, customer, flow, draft.answers);
  const proposed = valuesOf(suggestionsOf(flow, draft.answers, known, context));
  const asIfSaid = { ...proposed, ...draft.answers };
  const { paying, notPaying } = coverOf(customer, flow, asIfSaid);
  const event = filedEventOf(customer, flow, asIfSaid);
  const filed = event ? await listFiledClaims(db, parts.seal, event) : [];
  return {
    known,
    insureds: insuredsFor(customer, flow).map(({ id, name, relation }) => ({ id, name, relation })),
    policies: paying,
    ...(notPaying.length > 0 ? { notPaying } : {}),
    ...(filed.some((one) => one.customer_id !== customer.id) ? { isAlsoFiled: true } : {}),
  };
}
