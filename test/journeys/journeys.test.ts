import { describe, expect, it } from 'vitest';
import { findFlow, flows } from '#domain/claims/flows.ts';
import { problemsOf, walkClaim } from '#domain/flow/claim-walk.ts';
import type { AnswerValue } from '#domain/flow/types.ts';
import { ageOn } from '#domain/lane/age.ts';
import { decideLane } from '#domain/lane/decide-lane.ts';
import { laneRules } from '#domain/lane/rules.ts';
import { journeys } from './journeys.ts';

const today = '2026-11-21';

describe.each(journeys().map((journey) => [journey.name, journey] as const))('%s', (_, journey) => {
  const flow = findFlow(journey.claim);
  if (!flow) throw new Error(`no claim ${journey.claim}`);
  const context = { today, bornOn: journey.bornOn };

  it(`is asked just these questions: ${journey.persona}`, () => {
    const { path, isComplete } = walkClaim(flow, journey.answers, context);
    expect(path.map((step) => step.id)).toEqual(journey.asked);
    expect(problemsOf(flow, journey.answers, context)).toEqual([]);
    expect(isComplete).toBe(true);
  });

  it('is asked one after the other: each answer leads to the next question', () => {
    const given: Record<string, AnswerValue> = {};
    for (const id of journey.asked) {
      const { firstIncomplete } = walkClaim(flow, given, context);
      expect(firstIncomplete?.id).toBe(id);
      for (const field of firstIncomplete?.ask ?? []) {
        const value = journey.answers[field];
        if (value !== undefined) given[field] = value;
      }
    }
    expect(walkClaim(flow, given, context).isComplete).toBe(true);
  });

  it(`takes the ${journey.lane} lane`, () => {
    const amount = journey.answers.amountFen;
    const { lane } = decideLane(
      {
        flow: flow.id,
        age: ageOn(journey.bornOn, today),
        isInHardship: false,
        amountFen: typeof amount === 'number' ? amount : undefined,
        hasAllPapers: true,
      },
      laneRules,
      Date.parse(`${today}T04:00:00Z`),
    );
    expect(lane).toBe(journey.lane);
  });
});

it('every kind of claim has a journey', () => {
  const walked = new Set(journeys().map((journey) => journey.claim));
  expect(flows.filter((flow) => !walked.has(flow.id)).map((flow) => flow.id)).toEqual([]);
});
