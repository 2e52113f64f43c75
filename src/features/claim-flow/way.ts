import type { Draft } from '#domain/api/draft.ts';
import { suggestionsOf, valuesOf, type FactSource, type Suggestion } from '#domain/drafts/facts.ts';
import { walkClaim } from '#domain/flow/claim-walk.ts';
import type { Answers, FieldSpec, Flow, MatterField, Step } from '#domain/flow/types.ts';
import type { Walk } from '#domain/flow/walk.ts';
import { contextOf } from './claim-state.ts';

/** Where answers lead together with what is known before it is asked (F5), and where they lead alone. */
export interface Way {
  flow: Flow;
  /** With the proposed values, as if they were answers: which pages there are. */
  walk: Walk;
  /** The answers alone: what would be sent, and whether it may be. */
  given: Walk;
  /** Proposed for what has no answer yet; only what lies on the way. */
  suggestions: Readonly<Record<string, Suggestion>>;
  /** Where accepted answers came from. */
  sources: Readonly<Record<string, FactSource>>;
}

/** The way through a claim from its answers and what the server knows. Pure; nothing of it is ever stored. */
export function wayOf(flow: Flow, answers: Answers, draft: Draft | undefined): Way {
  const context = contextOf(draft);
  const all = suggestionsOf(flow, answers, draft?.known ?? [], context);
  const walk = walkClaim(flow, { ...valuesOf(all), ...answers }, context);
  return {
    flow,
    walk,
    given: walkClaim(flow, answers, context),
    // A value proposed on a branch that is not taken is nobody's business.
    suggestions: Object.fromEntries(
      Object.entries(all).filter(([field]) => walk.relevant[field] !== undefined),
    ),
    sources: draft?.sources ?? {},
  };
}

/** The fields of a step that are asked with these answers: one with a condition of its own may fall away. */
export function askedOf(step: Step, { flow, walk }: Pick<Way, 'flow' | 'walk'>): string[] {
  return step.ask.filter((field) => {
    const spec = flow.fields[field];
    return spec !== undefined && (!spec.when || spec.when(walk.relevant));
  });
}

/** Beside a question and never one itself: a recording, and what was heard of it. Nobody has to be sent to it. */
export const isBeside = (spec: FieldSpec | undefined): boolean =>
  spec?.kind === 'statement' || (spec?.kind === 'text' && spec.isHeard === true);

/** The key matters that are put on this way, in order. */
export function mattersOf(way: Pick<Way, 'flow' | 'walk'>): [string, MatterField][] {
  return way.walk.outline
    .flatMap((step) => askedOf(step, way))
    .flatMap((field): [string, MatterField][] => {
      const spec = way.flow.fields[field];
      return spec?.kind === 'matter' ? [[field, spec]] : [];
    });
}

/** The fields that some key matter puts before the customer: its yes is the yes to their proposed values. */
export function shownByMatters(way: Pick<Way, 'flow' | 'walk'>): ReadonlySet<string> {
  return new Set(mattersOf(way).flatMap(([, spec]) => spec.shows));
}

/** The step that asks a field. */
export function stepAsking(flow: Flow, field: string): Step | undefined {
  return flow.steps.find((step) => step.ask.includes(field));
}
