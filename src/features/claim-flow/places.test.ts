import { describe, expect, it } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import type { KnownFact } from '#domain/drafts/facts.ts';
import { hospital } from '#domain/claims/hospital.ts';
import { yesTo } from '#domain/flow/yes-to.ts';
import type { Answers } from '#domain/flow/types.ts';
import { CHECK, isReachable, openPlace, placeOf, placesOf } from './places.ts';
import { mattersOf, wayOf } from './way.ts';

const draft: Draft = {
  id: 'd1',
  flow: 'hospital',
  flowVersion: hospital.version,
  version: 1,
  answers: {},
  writtenBy: {},
  documents: [],
  today: '2026-11-21',
};
const way = (answers: Answers, more: Partial<Draft> = {}) =>
  wayOf(hospital, answers, { ...draft, ...more });
const ids = (...[found, mode, open]: Parameters<typeof placesOf>) =>
  placesOf(found, mode, open).map((place) => place.id);

/** Everything that no paper can answer, and the papers. */
const upToPapers: Answers = {
  cause: 'illness',
  discharged: true,
  healthConsent: true,
  invoicePhotos: ['i1'],
  dischargePhotos: ['d1'],
};
const known: readonly KnownFact[] = [
  { name: 'admittedOn', value: '2026-11-02', source: 'paper', documentId: 'd1' },
  { name: 'dischargedOn', value: '2026-11-09', source: 'paper', documentId: 'd1' },
  { name: 'totalFen', value: 268_050, source: 'paper', documentId: 'i1' },
  { name: 'insured', value: 'self', source: 'policy' },
  { name: 'payout', value: 'cardOnFile', source: 'policy' },
];

describe('the pages of a claim', () => {
  it('ask one question each in large text, and a section each in standard', () => {
    expect(ids(way({}), 'senior').slice(0, 4)).toEqual([
      'cause',
      'discharge',
      'health-consent',
      'papers',
    ]);
    expect(ids(way({}), 'standard').slice(0, 3)).toEqual(['cause', 'health-consent', 'papers']);
    expect(ids(way({}), 'standard').slice(-2)).toEqual(['matters', CHECK]);
  });

  it('are found by any question on them, so that a change of mode loses nobody', () => {
    const places = placesOf(way({}), 'standard');
    expect(placeOf(places, 'discharge')?.id).toBe('cause');
    expect(placeOf(places, 'not-a-step')).toBeUndefined();
  });

  it('open at the first question without an answer', () => {
    const now = way({ cause: 'illness' });
    expect(openPlace(now, placesOf(now, 'senior'))?.id).toBe('discharge');
  });

  it('cannot be jumped to by an address', () => {
    const now = way({ cause: 'illness' });
    const reach = placesOf(now, 'senior').filter((place) => isReachable(now, place));
    expect(reach.map((place) => place.id)).toEqual(['cause', 'discharge']);
  });
});

describe('what is known before it is asked', () => {
  it('has no page of its own: after the papers come the key matters', () => {
    const found = way(upToPapers, { known });
    for (const mode of ['senior', 'standard'] as const) {
      expect(ids(found, mode).slice(-3)).toEqual(['papers', 'matters', CHECK]);
      expect(openPlace(found, placesOf(found, mode))?.id).toBe('matters');
    }
  });

  it('can be changed all the same: what somebody asks for has a page', () => {
    const found = way(upToPapers, { known });
    expect(ids(found, 'senior', 'admission')).toContain('admission');
    const place = placeOf(placesOf(found, 'senior', 'admission'), 'admission');
    expect(place && isReachable(found, place)).toBe(true);
  });

  it('is not sent without its yes: the check page opens only after it', () => {
    const found = way(upToPapers, { known });
    const check = placeOf(placesOf(found, 'senior'), CHECK);
    expect(check && isReachable(found, check)).toBe(false);
  });

  it('brings no question back once it was said yes to', () => {
    const values = Object.fromEntries(
      Object.entries(way(upToPapers, { known }).suggestions).map(([f, s]) => [f, s.value]),
    );
    let answers: Answers = { ...upToPapers, ...values };
    for (const [field, spec] of mattersOf(way(answers, { known }))) {
      answers = { ...answers, [field]: yesTo(spec, answers) };
    }
    const sources = Object.fromEntries(Object.keys(values).map((f) => [f, 'paper' as const]));
    const found = way(answers, { known, sources });
    expect(ids(found, 'senior').slice(-3)).toEqual(['papers', 'matters', CHECK]);
    expect(openPlace(found, placesOf(found, 'senior'))?.id).toBe(CHECK);

    const changed = way({ ...answers, amountFen: 100 }, { known, sources });
    expect(openPlace(changed, placesOf(changed, 'senior'))?.id).toBe('matters');
  });

  it('is asked where two papers say different things', () => {
    const other: KnownFact = { name: 'totalFen', value: 1, source: 'paper' };
    const found = way(upToPapers, { known: [...known, other] });
    expect(openPlace(found, placesOf(found, 'senior'))?.id).toBe('amount');
  });
});
