import type { DisplayMode } from '#domain/senior/display.ts';
import type { Flow, Step } from '#domain/flow/types.ts';
import type { Walk } from '#domain/flow/walk.ts';

/** The page after the last question. */
export const CHECK = 'check';

/** One page of a claim: in senior mode one step, in standard mode the steps of one section. */
export interface Place {
  /** The part of the address: the id of its first step, or `check`. */
  id: string;
  section?: string;
  steps: readonly Step[];
}

export const pathOf = (flow: Flow, id: string) => `/claims/new/${flow.id}/${id}`;

/**
 * The pages that these answers lead to, in order, the check page last. Worked out anew each time: no position is
 * ever stored, so a change of mode or of an answer can leave nobody on a page that is not theirs.
 */
export function placesOf(found: Walk, mode: DisplayMode): Place[] {
  const places: Place[] = [];
  for (const step of found.outline) {
    const last = places.at?.(-1) ?? places[places.length - 1];
    if (mode === 'standard' && last && last.section === step.section) {
      places[places.length - 1] = { ...last, steps: [...last.steps, step] };
    } else places.push({ id: step.id, section: step.section, steps: [step] });
  }
  return [...places, { id: CHECK, steps: [] }];
}

/** The page that holds a step, by its own address or by that of another step on the same page. */
export function placeOf(places: readonly Place[], stepId: string): Place | undefined {
  return places.find(
    (place) => place.id === stepId || place.steps.some((step) => step.id === stepId),
  );
}

/** Where a draft opens: at the first question without an answer, or at the check page. */
export function openPlace(found: Walk, places: readonly Place[]): Place | undefined {
  return placeOf(places, found.firstIncomplete?.id ?? CHECK);
}

/** True when everything before this page is answered: nobody gets ahead by an address. */
export function isReachable(found: Walk, place: Place): boolean {
  if (place.id === CHECK) return found.isComplete;
  return place.steps.some((step) => found.path.includes(step));
}
