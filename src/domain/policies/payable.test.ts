import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flows } from '../claims/flows.ts';
import { eventDayOf, payablePolicies } from './payable.ts';
import { insuredsOf, SELF, type PolicyTerms } from './terms.ts';

const flowIds = flows.map(({ id }) => id);
const days = fc
  .integer({ min: 0, max: 4000 })
  .map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));
const persons = fc.record({
  id: fc.constantFrom('p1', 'p2', 'p3'),
  name: fc.constantFrom('王秀兰', '李建国'),
  relation: fc.constantFrom('self' as const, 'parent' as const, 'spouse' as const),
});
const policies: fc.Arbitrary<PolicyTerms[]> = fc
  .array(
    fc.record({
      product: fc.constantFrom('health', 'car'),
      pays: fc.subarray(flowIds),
      insured: fc.option(fc.uniqueArray(persons, { selector: (one) => one.id }), {
        nil: undefined,
      }),
      from: fc.option(days, { nil: undefined }),
      to: fc.option(days, { nil: undefined }),
      limitFen: fc.option(fc.integer({ min: 1 }), { nil: undefined }),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((terms, at) => ({ ...terms, id: `policy-${at}` })));
const events = fc.record({
  flow: fc.constantFrom(...flowIds),
  insuredId: fc.option(fc.constantFrom(SELF, 'p1', 'p2', 'other'), { nil: undefined }),
  day: fc.option(days, { nil: undefined }),
});

const health: PolicyTerms = { id: 'a', product: 'health', pays: ['hospital'], to: '2026-10-31' };

describe('the policies that pay for what happened', () => {
  it('are all of those of the kind, the person and the day, and only those', () => {
    fc.assert(
      fc.property(policies, events, (held, event) => {
        const { paying, notPaying } = payablePolicies(held, event, '王秀兰');
        for (const policy of paying) {
          const terms = held.find(({ id }) => id === policy.id);
          expect(terms?.pays).toContain(event.flow);
          expect(event.insuredId ?? policy.insuredId).toBe(policy.insuredId);
          if (event.day && terms?.from) expect(event.day >= terms.from).toBe(true);
          if (event.day && terms?.to) expect(event.day <= terms.to).toBe(true);
        }
        // None is both, and with no day known none is ruled out by it.
        const said = notPaying.map(({ id, insuredId }) => `${id} ${insuredId}`);
        for (const { id, insuredId } of paying) expect(said).not.toContain(`${id} ${insuredId}`);
        if (event.day === undefined) expect(notPaying).toEqual([]);
      }),
    );
  });

  it('are no fewer the less is known of the event', () => {
    fc.assert(
      fc.property(policies, events, (held, event) => {
        const all = payablePolicies(held, { flow: event.flow }).paying;
        for (const policy of payablePolicies(held, event).paying)
          expect(all).toContainEqual(policy);
      }),
    );
  });

  it('cover their last day, and say so plainly on the day after', () => {
    const on = (day: string) => payablePolicies([health], { flow: 'hospital', day });
    expect(on('2026-10-31').paying).toHaveLength(1);
    expect(on('2026-11-01')).toEqual({
      paying: [],
      notPaying: [
        { id: 'a', product: 'health', insuredId: SELF, why: 'lapsed', day: '2026-10-31' },
      ],
    });
  });

  it('are not there for somebody whom no policy names', () => {
    const { paying, notPaying } = payablePolicies([health], {
      flow: 'hospital',
      insuredId: 'other',
      day: '2026-10-01',
    });
    expect([paying, notPaying]).toEqual([[], []]);
  });
});

describe('whom a customer may claim for', () => {
  it('is themself first, and everybody whom a policy names once', () => {
    fc.assert(
      fc.property(policies, (held) => {
        const found = insuredsOf(held, '王秀兰').map(({ id }) => id);
        expect(found[0]).toBe(SELF);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
  it('is not themself where somebody has died', () => {
    expect(insuredsOf([health], '王秀兰', true)).toEqual([]);
  });
});

describe('the day that decides about cover', () => {
  it('is a date of every kind of claim that asks for one', () => {
    for (const flow of flows) {
      const dates = Object.entries(flow.fields).filter(([, spec]) => spec.kind === 'date');
      const answers = Object.fromEntries(dates.map(([field]) => [field, '2026-11-02']));
      expect([flow.id, eventDayOf(flow, answers)]).toEqual([
        flow.id,
        dates.length > 0 ? '2026-11-02' : undefined,
      ]);
      expect(eventDayOf(flow, {})).toBeUndefined();
    }
  });
});
