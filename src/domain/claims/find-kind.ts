import { validateField } from '../flow/validate.ts';
import type { Answers, AnswerValue, FieldSpec, Flow } from '../flow/types.ts';
import { readDay } from '../time/read-day.ts';
import { flows as allFlows } from './flows.ts';
import { kindWords, type KindWords } from './kind-words.ts';

/** What a sentence tells (C1): shown for a yes, never taken for one. */
export interface Understood {
  /** Up to three kinds (flow ids), the likeliest first; `other` alone where nothing is recognised. */
  kinds: readonly string[];
  /** Per kind, answers to propose: only such as the kind asks and its rules accept. */
  answers: Readonly<Record<string, Answers>>;
  /** Whom it is about, where it says so. */
  whom?: keyof KindWords['whom'];
}

/** The kind that ends with a person: where a sentence fits no other. */
export const OTHER_KIND = 'other';
const MOST_KINDS = 3;

const listOf = (words: string): string[] =>
  words.split(' ').map((word) => word.replaceAll('_', ' '));
const isEnglish = (word: string) => /^[a-z]/.test(word);

/** True where the sentence says this word, or all of those that `+` joins. */
const says = (sentence: string, words: string, nots: readonly string[]): boolean =>
  words.split('+').every((word) => saysOne(sentence, word, nots));

/** True where the sentence says this word and does not take it back: 没住院 does not say 住院. */
function saysOne(sentence: string, word: string, nots: readonly string[]): boolean {
  for (let at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) {
    const before = sentence.slice(0, at);
    if (isEnglish(word) && /[a-z]$/.test(before)) continue;
    const bare = before.trimEnd();
    const isTaken = nots.some(
      (not) =>
        bare.endsWith(not) &&
        !(isEnglish(not) && /[a-z]/.test(bare[bare.length - not.length - 1] ?? '')),
    );
    if (!isTaken) return true;
  }
  return false;
}

const saysAny = (sentence: string, words: string, nots: readonly string[]) =>
  listOf(words).some((word) => says(sentence, word, nots));

/** The heaviest word counts whole, each further one a little: many faint hints do not outweigh a clear one. */
function weightOf(
  sentence: string,
  rows: Readonly<Record<number, string>>,
  nots: readonly string[],
) {
  const found = Object.entries(rows).flatMap(([weight, words]) =>
    listOf(words).flatMap((word) => (says(sentence, word, nots) ? [Number(weight)] : [])),
  );
  return found.length === 0 ? 0 : Math.max(...found) + (found.length - 1) / 10;
}

const wantsDay = (spec: FieldSpec | undefined) => spec?.kind === 'date';

/** The answers that a sentence gives to one kind: choices by their words, the first date asked by the day that it names. */
function answersTo(
  flow: Flow,
  sentence: string,
  said: string,
  day: string | undefined,
  today: string,
  words: KindWords,
  nots: readonly string[],
): Answers {
  const given: Record<string, AnswerValue> = {};
  let isDayGiven = false;
  for (const step of flow.steps) {
    if (step.when && !step.when(given)) continue;
    for (const field of step.ask) {
      const spec = flow.fields[field];
      if (!spec || (spec.when && !spec.when(given))) continue;
      let value: AnswerValue | undefined;
      if (wantsDay(spec)) {
        value = isDayGiven ? undefined : day;
        isDayGiven = true;
      } else if (spec.kind === 'text' && flow.id === OTHER_KIND) {
        value = [...said].slice(0, spec.maxLength).join('');
      } else {
        value = words.answers[field]?.find(([, list]) => saysAny(sentence, list, nots))?.[0];
      }
      if (value !== undefined && validateField(spec, value, given, { today }) === undefined)
        given[field] = value;
    }
  }
  return given;
}

/**
 * What happened, from one spoken or written sentence: which kinds of claim it may be, and what it answers already. Pure
 * and by tables: nothing leaves the phone for it.
 * @param today the business day
 */
export function understand(
  sentence: string,
  today: string,
  flows: readonly Flow[] = allFlows,
  words: KindWords = kindWords,
): Understood {
  const said = sentence.trim();
  const text = said.normalize('NFKC').toLowerCase().replace(/’/g, "'");
  const nots = listOf(words.not);
  const weighed = flows
    .map((flow, order) => ({
      id: flow.id,
      order,
      weight: weightOf(text, words.kinds[flow.id] ?? {}, nots),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  const kinds = weighed.slice(0, MOST_KINDS).map(({ id }) => id);
  if (kinds.length === 0) kinds.push(OTHER_KIND);
  const day = readDay(said, today);
  const answers = kinds.flatMap((id): [string, Answers][] => {
    const flow = flows.find((one) => one.id === id);
    return flow ? [[id, answersTo(flow, text, said, day, today, words, nots)]] : [];
  });
  const whom = (Object.keys(words.whom) as (keyof KindWords['whom'])[]).find((one) =>
    saysAny(text, words.whom[one], []),
  );
  return { kinds, answers: Object.fromEntries(answers), ...(whom && { whom }) };
}
