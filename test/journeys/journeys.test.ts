import { describe, expect, it } from 'vitest';
import { findFlow, flows } from '#domain/claims/flows.ts';
import { problemsOf, walkClaim } from '#domain/flow/claim-walk.ts';
import type { AnswerValue, Flow, Step } from '#domain/flow/types.ts';
import { ageOn } from '#domain/lane/age.ts';
import { decideLane } from '#domain/lane/decide-lane.ts';
import { laneRules } from '#domain/lane/rules.ts';
import { completed } from './completed.ts';
import { journeys } from './journeys.ts';

const today = '2026-11-21';

/** Nothing on it needs an answer: the claim is complete without it. */
const mayBeEmpty = (flow: Flow, step: Step | undefined) =>
  step?.ask.every((field) => {
    const spec = flow.fields[field];
    return spec !== undefined && 'isOptional' in spec && spec.isOptional;
  });

describe.each(journeys().map((journey) => [journey.name, journey] as const))('%s', (_, journey) => {
  const flow = findFlow(journey.claim);
  if (!flow) throw new Error(`no claim ${journey.claim}`);
  const context = { today, bornOn: journey.bornOn };
  const answers = completed(flow, journey.answers, context);
  const { path, relevant, isComplete } = walkClaim(flow, answers, context);

  it(`is asked just these questions: ${journey.persona}`, () => {
    expect(path.map((step) => step.id)).toEqual(journey.asked);
    expect(problemsOf(flow, answers, context)).toEqual([]);
    expect(isComplete).toBe(true);
    expect(relevant).toEqual(answers);
  });

  it('is asked one after the other: each answer leads to the next question', () => {
    const given: Record<string, AnswerValue> = {};
    for (const id of journey.asked) {
      const { firstIncomplete } = walkClaim(flow, given, context);
      const step = flow.steps.find((one) => one.id === id);
      if (!mayBeEmpty(flow, step)) expect(firstIncomplete?.id).toBe(id);
      for (const field of step?.ask ?? []) {
        const value = answers[field];
        if (value !== undefined) given[field] = value;
      }
    }
    expect(walkClaim(flow, given, context).isComplete).toBe(true);
  });

  it(`takes the ${journey.lane} lane`, () => {
    const amount = relevant.amountFen;
    const { lane } = decideLane(
      {
        flow: flow.id,
        age: ageOn(journey.bornOn, today),
        isInHardship: false,
        amountFen: typeof amount === 'number' ? amount : undefined,
        hasAllPapers: Object.keys(relevant).every(
          (field) => flow.fields[field]?.kind !== 'photos' || Array.isArray(relevant[field]),
        ),
      },
      laneRules,
      Date.parse(`${today}T04:00:00Z`),
    );
    expect(lane).toBe(journey.lane);
  });
});

describe('the journeys together', () => {
  it.each(flows)('walk $id in both modes', ({ id }) => {
    const modes = journeys().flatMap(({ claim, mode }) => (claim === id ? [mode] : []));
    expect([...new Set(modes)].sort()).toEqual(['senior', 'standard']);
  });

  it.each(flows)('come to every question of $id', ({ id, steps }) => {
    const asked = new Set(
      journeys().flatMap((journey) => (journey.claim === id ? journey.asked : [])),
    );
    // Ways to be paid are the same in every kind, and are walked in some.
    const left = steps.filter((step) => !asked.has(step.id) && step.section !== 'payee');
    expect(left.map((step) => step.id).filter((step) => !/^insured-name$/.test(step))).toEqual([]);
  });

  it('come to every way to be paid', () => {
    const asked = new Set(journeys().flatMap((journey) => journey.asked));
    const ways = flows.flatMap(({ steps }) => steps.filter(({ section }) => section === 'payee'));
    expect(ways.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  });
});
