import { isSame } from '#domain/drafts/kept-claim.ts';
import type { ClaimWords } from './claim-words.ts';
import { describeAnswer } from './describe-answer.ts';
import type { HelpFieldProps, HelpLineProps, Taken, WhereAsked } from './help-slot.ts';
import { claimStoreOf } from './claims-in-hand.ts';
import type { ClaimPageProps } from './page-frame.tsx';
import { changePathOf } from './places.ts';
import { askedOf, stepAsking } from './way.ts';

type Page = Pick<ClaimPageProps, 'way' | 'place' | 'claim' | 'customer'>;

/** What the line about help needs to know of the page that it stands on. */
export function helpLineProps(
  { way, place, claim, customer }: Page,
  words: ClaimWords,
): HelpLineProps {
  const { flow } = way;
  const people = { customer, insureds: claim.draft?.insureds };
  return {
    nameOf: (field) => words.t(`fields.${field}.short`),
    say: (field, value) => {
      const spec = flow.fields[field];
      return spec ? describeAnswer(field, spec, value, words, people) : '';
    },
    whereIs: (field): WhereAsked => {
      const step = stepAsking(flow, field);
      if (!step || !way.walk.path.includes(step) || !askedOf(step, way).includes(field)) {
        return { at: 'later' };
      }
      if (place.steps.includes(step)) return { at: place.screen ? 'page' : 'question' };
      return { at: 'away', href: changePathOf(flow, step.id, place.id) };
    },
  };
}

/** What stands above one question: what is answered now, and what a yes does. */
export function helpFieldProps(
  { way, claim, customer }: Page,
  words: ClaimWords,
  field: string,
  onTaken: () => void,
): HelpFieldProps {
  const { flow } = way;
  const spec = flow.fields[field];
  const people = { customer, insureds: claim.draft?.insureds };
  return {
    field,
    name: words.t(`fields.${field}.short`),
    present: claim.answers[field],
    isTaken: way.sources[field] === 'proposal',
    say: (value) => (spec ? describeAnswer(field, spec, value, words, people) : ''),
    onTake: (value) => {
      claim.answer(field, value, 'proposal');
      onTaken();
    },
    saved: async (value): Promise<Taken> => {
      await claim.saveNow();
      const { draft, conflicts } = claimStoreOf(flow).getState();
      if (conflicts[field]) return { state: 'conflict' };
      if (!draft || !isSame(draft.answers[field], value)) return { state: 'other' };
      return { state: 'saved', version: draft.version };
    },
  };
}
