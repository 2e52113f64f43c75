import type { Session } from './population.ts';
import type { Random } from './random.ts';
import type { Treatment } from './rules.ts';

/** How people answer: assumptions all (A), so each result is given for two of them. */
export interface Answering {
  name: string;
  /** Share that closes the chooser without looking and stays with what is selected. */
  skips: number;
  /** Share of those who want large text and accept it when it is offered. */
  accepts: number;
  /** Share of those who do not want it and undo an automatic switch. */
  undoes: number;
}

export const answerings: readonly Answering[] = [
  { name: '15 % skip the chooser', skips: 0.15, accepts: 0.6, undoes: 0.7 },
  { name: '50 % skip the chooser', skips: 0.5, accepts: 0.6, undoes: 0.7 },
];

/** What one person would do, drawn once, so that every rule meets the same people in the same mood. */
export interface Mood {
  skip: number;
  accept: number;
  undo: number;
}

export function drawMood(random: Random): Mood {
  return { skip: random.even(), accept: random.even(), undo: random.even() };
}

/** Shares from 0 to 1, and prompts per 1000 sessions. */
export interface Outcome {
  /** Ends in the mode that they would choose. */
  inWishedMode: number;
  /** Of those who want large text: have it. */
  wantedAndGot: number;
  /** Of those who do not: have it all the same. */
  unwanted: number;
  /** Choosers and offers shown, per 1000 sessions. */
  promptsPer1000: number;
}

/** Where people end up under a rule's treatments. */
export function outcomeOf(
  sessions: readonly Session[],
  treatments: readonly Treatment[],
  moods: readonly Mood[],
  answering: Answering,
): Outcome {
  let [right, wanted, got, unwanted, prompts] = [0, 0, 0, 0, 0];
  sessions.forEach(({ person: { wantsLarge } }, at) => {
    const treatment = treatments[at] as Treatment;
    const mood = moods[at] as Mood;
    const hasAnswered = treatment.isAsked && mood.skip >= answering.skips;
    const isOffered = treatment.isOfferedForStruggle || (treatment.isOfferedBySign && !hasAnswered);
    const isSenior = endsSenior(treatment, { wantsLarge, hasAnswered, isOffered }, mood, answering);
    prompts += Number(treatment.isAsked) + Number(isOffered);
    right += Number(isSenior === wantsLarge);
    wanted += Number(wantsLarge);
    got += Number(wantsLarge && isSenior);
    unwanted += Number(!wantsLarge && isSenior);
  });
  return {
    inWishedMode: right / sessions.length,
    wantedAndGot: got / wanted,
    unwanted: unwanted / (sessions.length - wanted),
    promptsPer1000: (prompts / sessions.length) * 1000,
  };
}

function endsSenior(
  { isAutomatic, isPreselected }: Treatment,
  person: { wantsLarge: boolean; hasAnswered: boolean; isOffered: boolean },
  mood: Mood,
  { accepts, undoes }: Answering,
): boolean {
  const { wantsLarge, hasAnswered, isOffered } = person;
  if (isAutomatic) return wantsLarge || mood.undo >= undoes;
  if (hasAnswered) return wantsLarge;
  return isPreselected || (isOffered && wantsLarge && mood.accept < accepts);
}
