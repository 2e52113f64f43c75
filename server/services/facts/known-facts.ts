import type { FactSource, KnownFact } from '#domain/drafts/facts.ts';
import type { AnswerValue, Flow } from '#domain/flow/types.ts';
import { personsOf, SELF, type InsuredPerson } from '#domain/policies/terms.ts';
import type { HospitalRecord, InsurerCustomer } from '../../adapters/insurer/insurer.ts';

type Named = Readonly<Record<string, AnswerValue | undefined>>;

/** Facts of one source; what is absent is no fact. */
function factsFrom(source: FactSource, named: Named): KnownFact[] {
  return Object.entries(named).flatMap(([name, value]): KnownFact[] =>
    value === undefined ? [] : [{ name, value, source }],
  );
}

/** From the policies: who, and the account that the insurer pays to already. */
export function policyFacts(
  profile: InsurerCustomer,
  insureds: readonly InsuredPerson[],
  flow: Flow,
): KnownFact[] {
  const covered = new Set(
    profile.policies
      .filter((terms) => terms.pays.includes(flow.id))
      .flatMap((terms) => personsOf(terms, profile.name).map(({ id }) => id)),
  );
  const meant = insureds.filter(({ id }) => covered.has(id));
  // Nobody's policy pays for this kind: then it is about whoever may be claimed for, where that is one person.
  const persons = meant.length > 0 ? meant : insureds;
  return [
    ...persons.flatMap(({ id }) => factsFrom('policy', { insured: id })),
    ...factsFrom('policy', {
      name: profile.name,
      payout: profile.cardOnFile ? 'cardOnFile' : undefined,
    }),
  ];
}

/** From earlier claims: how the customer was paid the last time, and where they were treated. */
export function earlierFacts(profile: InsurerCustomer): KnownFact[] {
  const claims = profile.earlierClaims ?? [];
  const payout = claims.find((claim) => claim.payout)?.payout;
  return factsFrom('earlier-claim', {
    // A card that is no longer held is no way to be paid.
    payout: payout === 'cardOnFile' && !profile.cardOnFile ? undefined : payout,
    hospital: claims.find((claim) => claim.hospital)?.hospital,
  });
}

/** From a stay that the insurer has heard of. Only that of the person and the day in hand, where those are known. */
export function recordFacts(records: readonly HospitalRecord[], known: Named): KnownFact[] {
  return records.flatMap((record): KnownFact[] => {
    const insured = record.insuredId ?? SELF;
    if (known['admittedOn'] !== undefined && known['admittedOn'] !== record.admittedOn) return [];
    if (known['insured'] !== undefined && known['insured'] !== insured) return [];
    return factsFrom('hospital', {
      admittedOn: record.admittedOn,
      dischargedOn: record.dischargedOn,
      discharged: record.dischargedOn === undefined ? undefined : true,
      totalFen: record.totalFen,
      hospital: record.hospital,
      cause: record.cause,
      insured,
    });
  });
}

/** The insured person whom a paper names: who is meant is then known from the paper. */
export function insuredFromPaper(
  facts: readonly KnownFact[],
  insureds: readonly InsuredPerson[],
): KnownFact[] {
  return facts
    .filter((fact) => fact.name === 'patientName')
    .flatMap((fact): KnownFact[] => {
      const named = insureds.filter(({ name }) => name === fact.value);
      // Two of one name: the paper does not tell which.
      return named.length === 1 ? [{ ...fact, name: 'insured', value: named[0]?.id ?? SELF }] : [];
    });
}
