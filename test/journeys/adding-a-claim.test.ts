import { describe, expect, it } from 'vitest';
import { understand } from '#domain/claims/find-kind.ts';
import { flows } from '#domain/claims/flows.ts';
import { problemsOf, walkClaim } from '#domain/flow/claim-walk.ts';
import { decideLane } from '#domain/lane/decide-lane.ts';
import { laneRules } from '#domain/lane/rules.ts';
import { read, repositoryFiles } from '../repo/tree.ts';
import { completed } from './completed.ts';
import { rulesWithTravel, travel, travelAnswers, wordsWithTravel } from './made-up-kind.ts';

const today = '2026-11-21';
const now = Date.parse(`${today}T04:00:00Z`);
const answers = completed(travel, travelAnswers, { today });

describe('a kind of claim that is added', () => {
  it('is asked, checked and complete by its data alone', () => {
    expect(problemsOf(travel, {}, { today }).length).toBeGreaterThan(0);
    expect(problemsOf(travel, answers, { today })).toEqual([]);
    const { path } = walkClaim(travel, answers, { today });
    expect(path.map(({ id }) => id)).toEqual([
      'why',
      'day',
      'papers',
      'amount',
      'insured',
      'payout',
      'payee-who',
      'matters',
    ]);
  });

  it('is found from what somebody says, by its row of words', () => {
    const found = understand('昨天的航班取消了', today, [...flows, travel], wordsWithTravel);
    expect(found.kinds[0]).toBe('travel');
    expect(found.answers.travel).toEqual({ travelWhy: 'cancelled', travelOn: '2026-11-20' });
  });

  it('takes a lane by its row of rules, and is not offered without one', () => {
    const facts = { flow: 'travel', isInHardship: false, amountFen: 60_000, hasAllPapers: true };
    expect(decideLane(facts, rulesWithTravel, now).lane).toBe('green');
    expect(() => decideLane(facts, laneRules, now)).toThrow(/promise/);
  });
});

describe('the code', () => {
  it('names no kind of claim but where kinds are data: one more needs no other line', () => {
    const isData =
      /^src\/domain\/(claims|lane)\/|^server\/adapters\/(insurer|speech)\/|\.(test|examples)\.tsx?$/;
    // Pictures, which have one to fall back to, and the kind that somebody without a kind is led to.
    const allowed = /pictures?\.ts$|choose-claim\.tsx$/;
    // These words are also the names of other things: a source of facts, a cause, a page, an answer.
    const isWord = /^(hospital|illness|accident|home|other)$/;
    const own = flows.map(({ id }) => id).filter((id) => !isWord.test(id));
    const named = repositoryFiles()
      .filter((file) => /^(src|server)\/.*\.tsx?$/.test(file))
      .filter((file) => !isData.test(file) && !allowed.test(file))
      .flatMap((file) =>
        own.filter((id) => read(file).includes(`'${id}'`)).map((id) => `${file}: ${id}`),
      );
    expect(named).toEqual([]);
  });

  it('is told by docs/adding-a-claim.md in files that there are', () => {
    const text = read('docs/adding-a-claim.md');
    const files = [...text.matchAll(/`((?:src|server|locales|test|docs)\/[\w./-]+\.\w+)`/g)];
    const all = new Set(repositoryFiles());
    expect(files.length).toBeGreaterThan(5);
    expect(files.map(([, file = '']) => file).filter((file) => !all.has(file))).toEqual([]);
  });
});
