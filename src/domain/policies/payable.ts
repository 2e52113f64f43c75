import type { NotPaying, PayablePolicy } from '../api/policy.ts';
import type { Answers, Flow } from '../flow/types.ts';
import { isDay } from '../time/is-day.ts';
import { personsOf, type PolicyTerms } from './terms.ts';

/** What happened, as far as it is known. What is not known yet rules nothing out. */
export interface ClaimEvent {
  /** The kind of claim: a flow's id. */
  flow: string;
  insuredId?: string;
  /** `YYYY-MM-DD` */
  day?: string;
}

/** Every policy of the customer that has to do with the event: those that pay, and those that do not, with the reason. */
export interface Cover {
  /** All of them are claimed at once (C2). */
  paying: readonly PayablePolicy[];
  /** Of the right kind and person, but the day lies outside. Said plainly; the claim is taken and a person looks. */
  notPaying: readonly NotPaying[];
}

/** The first and the last day of cover are covered. */
function missOf(
  terms: PolicyTerms,
  day: string | undefined,
): Pick<NotPaying, 'why' | 'day'> | null {
  if (day === undefined) return null;
  if (terms.to !== undefined && day > terms.to) return { why: 'lapsed', day: terms.to };
  if (terms.from !== undefined && day < terms.from) return { why: 'not-yet', day: terms.from };
  return null;
}

/**
 * Which policies pay for an event, found from the person: no number of a policy is ever asked (C2). A policy of several
 * insured persons stands once for each of them who may be meant.
 */
export function payablePolicies(
  policies: readonly PolicyTerms[],
  event: ClaimEvent,
  customerName = '',
): Cover {
  const paying: PayablePolicy[] = [];
  const notPaying: NotPaying[] = [];
  for (const terms of policies) {
    if (!terms.pays.includes(event.flow)) continue;
    const miss = missOf(terms, event.day);
    for (const { id: insuredId } of personsOf(terms, customerName)) {
      if (event.insuredId !== undefined && event.insuredId !== insuredId) continue;
      const { id, product, limitFen } = terms;
      if (miss) notPaying.push({ id, product, insuredId, ...miss });
      else paying.push({ id, product, insuredId, ...(limitFen === undefined ? {} : { limitFen }) });
    }
  }
  return { paying, notPaying };
}

/** The day on which cover must stand: the flow says which of its dates that is; else its first one. */
export function eventDayOf(flow: Flow, answers: Answers): string | undefined {
  const dates = Object.entries(flow.fields).filter(([, spec]) => spec.kind === 'date');
  const marked = dates.filter(([, spec]) => spec.kind === 'date' && spec.isEventDay);
  for (const [field] of [...marked, ...(marked.length > 0 ? [] : dates)]) {
    const value = answers[field];
    if (typeof value === 'string' && isDay(value)) return value;
  }
  return undefined;
}
