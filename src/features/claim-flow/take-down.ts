import type { Understood } from '#domain/claims/find-kind.ts';
import type { Answers, Flow } from '#domain/flow/types.ts';
import { claimStoreOf } from './claims-in-hand.ts';

/** What somebody said and said yes to: the answers to one kind, and whom it is about. */
export interface Told {
  answers: Answers;
  whom?: Understood['whom'];
}

/**
 * Begins a claim with what was said. What has an answer already keeps it: a sentence said now does not overwrite a claim
 * begun earlier. Whom it is about is an answer only where the policies name exactly one such person.
 */
export async function takeDown(flow: Flow, { answers, whom }: Told): Promise<void> {
  const store = claimStoreOf(flow);
  await store.getState().open();
  const { answer, answers: there, draft } = store.getState();
  const meant = draft?.insureds?.filter(({ relation }) => relation === whom) ?? [];
  const [person] = meant;
  const all: Answers =
    person && meant.length === 1 && flow.fields.insured
      ? { ...answers, insured: person.id }
      : answers;
  for (const [field, value] of Object.entries(all)) {
    if (there[field] === undefined) answer(field, value);
  }
}
