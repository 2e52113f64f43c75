import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  most,
  noBehaviour,
  noteError,
  noteIdle,
  noteNearMiss,
  notePinch,
  noteStep,
  type BehaviourSummary,
} from './behaviour.ts';
import { frictionsOf } from './policy.ts';

type Note = (summary: BehaviourSummary) => BehaviourSummary;
const times = (count: number, note: Note) =>
  Array.from({ length: count }, () => note).reduce((summary, one) => one(summary), noBehaviour);

const notes: fc.Arbitrary<Note> = fc.oneof(
  fc.constantFrom('first', 'second', 'constructor', '__proto__').chain((key) =>
    fc.constantFrom<Note>(
      (summary) => noteError(summary, key),
      (summary) => noteStep(summary, key),
      (summary) => noteNearMiss(summary, key),
    ),
  ),
  fc.constant<Note>(notePinch),
  fc.double().map(
    (ms): Note =>
      (summary) =>
        noteIdle(summary, ms),
  ),
);

describe('signs of struggle', () => {
  it.each<[string, Note, number]>([
    ['errors', (summary) => noteError(summary, 'amount'), 3],
    ['pinches', notePinch, 2],
    ['near-misses', (summary) => noteNearMiss(summary, 'next'), 3],
    ['back-and-forth', (summary) => noteStep(summary, 'amount'), 4],
  ])('count as %s from the published number on, not before', (friction, note, count) => {
    expect(frictionsOf(times(count - 1, note))).toEqual([]);
    expect(frictionsOf(times(count, note))).toEqual([friction]);
  });

  it('count as idle after two minutes on one question', () => {
    expect(frictionsOf(noteIdle(noBehaviour, 119_999))).toEqual([]);
    expect(frictionsOf(noteIdle(noBehaviour, 120_000))).toEqual(['idle']);
  });

  it('are not added up over different steps or controls', () => {
    const steps = ['a', 'b', 'c', 'd'].reduce(noteError, noBehaviour);
    expect(frictionsOf(steps)).toEqual([]);
    expect(most(steps.errors)).toBe(1);
  });

  it('are the same in whatever order they come, and never become fewer', () => {
    fc.assert(
      fc.property(fc.array(notes, { maxLength: 30 }), (list) => {
        const run = (order: readonly Note[]) =>
          order.reduce((summary, note) => note(summary), noBehaviour);
        const summary = run(list);
        expect(frictionsOf(run([...list].reverse()))).toEqual(frictionsOf(summary));
        expect(run([...list].reverse())).toEqual(summary);
        for (const friction of frictionsOf(run(list.slice(1)))) {
          expect(frictionsOf(summary)).toContain(friction);
        }
      }),
    );
  });

  it('that are no numbers are ignored', () => {
    for (const nonsense of [NaN, -3, Infinity]) {
      const behaviour: BehaviourSummary = {
        nearMisses: { next: nonsense },
        errors: { amount: nonsense },
        visits: { amount: nonsense },
        pinches: nonsense,
        idleMs: nonsense,
      };
      expect(frictionsOf(behaviour)).toEqual([]);
    }
    expect(noteIdle(noBehaviour, NaN)).toEqual(noBehaviour);
  });
});
