import { describe, expect, it } from 'vitest';
import { hospital } from '#domain/claims/hospital.ts';
import { outpatient } from '#domain/claims/outpatient.ts';
import { suggestionsOf, valuesOf, type KnownFact } from '#domain/drafts/facts.ts';
import { consentsOf, problemsOf, walkClaim } from '#domain/flow/claim-walk.ts';
import { migrateAnswers } from '#domain/flow/migrate.ts';
import type { Answers } from '#domain/flow/types.ts';
import { completed } from './completed.ts';

const context = { today: '2026-11-21', bornOn: '1951-03-08' };

/** A hospital claim with nothing missing. */
const whole: Answers = completed(
  hospital,
  {
    cause: 'illness',
    discharged: true,
    healthConsent: true,
    invoicePhotos: ['a'],
    dischargePhotos: ['b'],
    admittedOn: '2026-11-01',
    dischargedOn: '2026-11-08',
    amountFen: 123_456,
    insured: 'self',
    payoutTo: 'counter',
    payeeWho: 'self',
  },
  context,
);
const steps = (answers: Answers) =>
  walkClaim(hospital, answers, context).outline.map((step) => step.id);
const codes = (answers: Answers) =>
  problemsOf(hospital, answers, context).map(({ field, code }) => `${field}: ${code}`);

describe('a hospital claim', () => {
  it('is complete when every question on its way is answered', () => {
    expect(problemsOf(hospital, whole, context)).toEqual([]);
  });

  it('does not ask for the day of discharge of somebody who is still in hospital, nor for its paper', () => {
    const inside = { ...whole, discharged: false };
    const { relevant } = walkClaim(hospital, inside, context);
    expect(steps(inside)).not.toContain('discharge-date');
    expect(relevant).not.toHaveProperty('dischargedOn');
    expect(relevant).not.toHaveProperty('dischargePhotos');
  });

  it('asks for the card only after its own consent was given', () => {
    const other = { ...whole, payoutTo: 'newCard' };
    expect(steps(other)).toContain('bank-consent');
    expect(steps(other)).not.toContain('payee-card');
    expect(steps({ ...other, bankConsent: true })).toContain('payee-card');
  });

  it('asks nothing more about the money where the known card is chosen', () => {
    const asked = steps({ ...whole, payoutTo: 'cardOnFile' });
    expect(asked[asked.indexOf('payout') + 1]).toBe('matters');
  });

  it('pays somebody else only with a reason and a proof', () => {
    const toOther = { ...whole, payeeWho: 'other' };
    expect(codes(toOther)).toEqual(
      expect.arrayContaining([
        'payeeReason: required',
        'otherPayeeName: required',
        'payeeProof: photos-none',
      ]),
    );
  });

  it('reopens at the first question without an answer', () => {
    const { amountFen: _gone, ...answers } = whole;
    expect(walkClaim(hospital, answers, context).firstIncomplete?.id).toBe('amount');
  });

  it('names each consent that was given with the version of its text', () => {
    const { relevant } = walkClaim(hospital, whole, context);
    expect(consentsOf(hospital, relevant)).toEqual(['health-data@1']);
  });

  it('tells all that is missing at once, not one after the other', () => {
    const fields = problemsOf(hospital, { cause: 'illness' }, context).map(({ field }) => field);
    expect(fields.slice(0, 6)).toEqual([
      'discharged',
      'healthConsent',
      'invoicePhotos',
      'admittedOn',
      'amountFen',
      'insured',
    ]);
    expect(fields.filter((field) => field.startsWith('matter'))).toHaveLength(7);
  });

  it('asks again for the yes to what was changed afterwards, and for no other', () => {
    expect(codes({ ...whole, amountFen: 999 })).toEqual(['matterHowMuch: matter-open']);
    expect(codes({ ...whole, admittedOn: '2026-11-02' })).toEqual(['matterWhat: matter-open']);
  });

  it('lets each paper come another way, and "I do not have it" is an answer', () => {
    const ways = completed(
      hospital,
      { ...whole, invoicePhotos: 'visit', dischargePhotos: 'none', costListPhotos: 'branch' },
      context,
    );
    expect(codes(ways)).toEqual([]);
    expect(codes({ ...whole, invoicePhotos: 'pigeon' })).toContain('invoicePhotos: wrong-type');
  });
});

describe('a hospital claim of a customer with readable papers and a card on file', () => {
  const known: readonly KnownFact[] = [
    { name: 'admittedOn', value: '2026-11-02', source: 'paper' },
    { name: 'dischargedOn', value: '2026-11-09', source: 'paper' },
    { name: 'totalFen', value: 268_050, source: 'paper' },
    { name: 'insured', value: 'self', source: 'policy' },
    { name: 'payout', value: 'cardOnFile', source: 'policy' },
  ];
  const afterPhotos: Answers = {
    cause: 'illness',
    discharged: true,
    healthConsent: true,
    invoicePhotos: ['a'],
    dischargePhotos: ['b'],
  };
  const proposed = valuesOf(suggestionsOf(hospital, afterPhotos, known, context));

  it('asks nothing after the photos but the seven key matters', () => {
    const missing = problemsOf(hospital, { ...proposed, ...afterPhotos }, context);
    expect(new Set(missing.map(({ step }) => step))).toEqual(new Set(['matters']));
    expect(missing).toHaveLength(7);
  });

  it('puts each proposed value before the customer in one of them', () => {
    const shown = Object.values(hospital.fields).flatMap((spec) =>
      spec.kind === 'matter' ? spec.shows : [],
    );
    expect(Object.keys(proposed).filter((field) => !shown.includes(field))).toEqual([]);
    expect(Object.keys(proposed)).toHaveLength(5);
  });

  it('is not sent by what is proposed: the answers alone lack what had no yes', () => {
    const { isComplete } = walkClaim(hospital, completed(hospital, afterPhotos, context), context);
    expect(isComplete).toBe(false);
  });
});

describe('days that contradict each other', () => {
  const hurt = { ...whole, cause: 'accident', accidentOn: '2026-10-31' };
  const first = (answers: Answers) => codes(answers)[0];
  it('are said with what contradicts what', () => {
    expect(first({ ...whole, dischargedOn: '2026-10-30' })).toBe(
      'dischargedOn: date-before-admission',
    );
    expect(first({ ...hurt, accidentOn: '2026-11-03' })).toBe('admittedOn: date-before-accident');
    expect(first({ ...whole, admittedOn: '1951-03-07' })).toBe('admittedOn: date-before-birth');
    expect(first({ ...whole, dischargedOn: '2026-11-22' })).toBe('dischargedOn: date-in-future');
  });
  it('are no contradiction where one of them is not known', () => {
    expect(codes({ ...hurt, accidentOn: 'unknown' })).toEqual(['matterWhat: matter-open']);
  });
});

describe('answers to version 1', () => {
  const old: Answers = {
    cause: 'illness',
    admittedOn: '2026-11-02',
    discharged: true,
    dischargedOn: '2026-11-09',
    healthConsent: true,
    invoicePhotos: ['photo'],
    amountFen: 268_050,
    payoutTo: 'newCard',
    bankConsent: true,
    payeeName: '王秀兰',
    payeeCard: '6222021234567894',
  };
  it('are all kept in a hospital claim, and only what is new is asked', () => {
    const now = migrateAnswers(hospital, 1, old);
    expect(now).toMatchObject(old);
    const { relevant, firstIncomplete } = walkClaim(hospital, now, context);
    expect(relevant).toMatchObject(old);
    expect(firstIncomplete?.id).toBe('papers');
    const missing = problemsOf(hospital, now, context).map(({ field }) => field);
    expect(missing.filter((field) => !field.startsWith('matter'))).toEqual([
      'dischargePhotos',
      'insured',
    ]);
  });
  it('are all kept in a claim for a visit to a doctor', () => {
    const { admittedOn: _a, discharged: _b, dischargedOn: _c, ...shared } = old;
    const now = migrateAnswers(outpatient, 1, { ...shared, visitedOn: '2026-11-20' });
    expect(walkClaim(outpatient, now, context).firstIncomplete?.id).toBe('insured');
    expect(walkClaim(outpatient, now, context).relevant).toEqual(now);
  });
  it('that paid onto the known card say no more than they did', () => {
    expect(migrateAnswers(hospital, 1, { payoutTo: 'cardOnFile' })).toEqual({
      payoutTo: 'cardOnFile',
    });
  });
});
