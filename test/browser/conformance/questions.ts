import { findFlow } from '#domain/claims/flows.ts';
import { walkClaim } from '#domain/flow/claim-walk.ts';
import { yesTo } from '#domain/flow/yes-to.ts';
import type { AnswerValue, Answers, FieldKind, Flow, Step } from '#domain/flow/types.ts';
import { journeys, type Journey } from '../../journeys/journeys.ts';
import type { Scene } from './scene.ts';

/** A question on somebody's way through a claim. */
export interface Question {
  flow: Flow;
  step: Step;
  field: string;
  /** What it is asked with: the kind of its field, or the screen of its own. */
  look: FieldKind | NonNullable<Step['screen']>;
  journey: Journey;
}

/** The claim of which the walk sees the most; of the others only what it does not have. */
const MAIN_CLAIM = 'hospital';

function questionsOf(journey: Journey): Question[] {
  const flow = findFlow(journey.claim);
  if (!flow) throw new Error(`no claim ${journey.claim}`);
  return journey.asked.flatMap((id) => {
    const step = flow.steps.find((one) => one.id === id);
    if (!step) return [];
    return step.ask.flatMap((field) => {
      const kind = flow.fields[field]?.kind;
      // A paper that comes another way shows no photo.
      const isMet = kind !== 'photos' || Array.isArray(journey.answers[field]);
      const looks = [step.screen, isMet ? kind : undefined];
      return looks.flatMap((look) => (look ? [{ flow, step, field, look, journey }] : []));
    });
  });
}

function pick(): Question[] {
  const rank = ({ claim, asked }: Journey) => (claim === MAIN_CLAIM ? 1000 : 0) + asked.length;
  const found = new Map<string, Question>();
  const claims = new Set<string>();
  for (const journey of journeys().sort((a, b) => rank(b) - rank(a))) {
    // The server keeps one draft of a claim for a person: one way through each.
    if (claims.has(journey.claim)) continue;
    for (const question of questionsOf(journey)) {
      if (found.has(question.look)) continue;
      found.set(question.look, question);
      claims.add(journey.claim);
    }
  }
  return [...found.values()];
}

/**
 * One question of each kind that any claim asks, from the journeys (test/journeys): a new kind is walked as soon as a
 * journey meets it, and a new claim costs no time unless it asks in a new way.
 */
export const questions: readonly Question[] = pick();

/** The scenes of a question that is asked like this; none where no journey meets one. */
export function withQuestion(
  look: Question['look'],
  make: (question: Question) => readonly Scene[],
): readonly Scene[] {
  const found = questions.find((question) => question.look === look);
  return found ? make(found) : [];
}

/** The journeys that these questions stand on, each claim once: what the server is filled with. */
export const walkedJourneys: readonly Journey[] = questions
  .map(({ journey }) => journey)
  .filter((journey, i, all) => all.findIndex(({ claim }) => claim === journey.claim) === i);

/**
 * A journey's answers as a server takes them: photos that were sent, and a yes to each key matter that they lead to.
 * @param photo sends one photo for a field and answers its id
 */
export async function answersOf(
  { claim, bornOn, answers }: Journey,
  today: string,
  photo: (field: string) => Promise<string>,
): Promise<Answers> {
  const flow = findFlow(claim);
  if (!flow) throw new Error(`no claim ${claim}`);
  const given: Record<string, AnswerValue> = { ...answers };
  for (const [field, value] of Object.entries(answers)) {
    if (flow.fields[field]?.kind === 'photos' && Array.isArray(value)) {
      given[field] = [await photo(field)];
    }
  }
  const { relevant } = walkClaim(flow, given, { today, bornOn });
  for (const [field, spec] of Object.entries(flow.fields)) {
    if (spec.kind === 'matter') given[field] = yesTo(spec, relevant);
  }
  return given;
}
