import { describe, expect, it } from 'vitest';
import { hospital } from '#domain/claims/hospital.ts';
import { walkClaim } from '#domain/flow/claim-walk.ts';
import type { Answers } from '#domain/flow/types.ts';
import { CHECK, isReachable, openPlace, placeOf, placesOf } from './places.ts';

const found = (answers: Answers) => walkClaim(hospital, answers, { today: '2026-11-21' });
const ids = (answers: Answers, mode: 'standard' | 'senior') =>
  placesOf(found(answers), mode).map((place) => place.id);

describe('the pages of a claim', () => {
  it('ask one question each in large text, and a section each in standard', () => {
    expect(ids({}, 'senior')).toEqual([
      'cause',
      'admission',
      'discharge',
      'health-consent',
      'invoice',
      'amount',
      'payout',
      CHECK,
    ]);
    expect(ids({}, 'standard')).toEqual(['cause', 'health-consent', 'payout', CHECK]);
  });

  it('are found by any question on them, so that a change of mode loses nobody', () => {
    const places = placesOf(found({}), 'standard');
    expect(placeOf(places, 'discharge')?.id).toBe('cause');
    expect(placeOf(places, 'not-a-step')).toBeUndefined();
  });

  it('open at the first question without an answer', () => {
    const now = found({ cause: 'illness', admittedOn: '2026-11-02' });
    expect(openPlace(now, placesOf(now, 'senior'))?.id).toBe('discharge');
  });

  it('cannot be jumped to by an address', () => {
    const now = found({ cause: 'illness' });
    const places = placesOf(now, 'senior');
    const reach = places.filter((place) => isReachable(now, place)).map((place) => place.id);
    expect(reach).toEqual(['cause', 'admission']);
  });
});
