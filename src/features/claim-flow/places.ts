import type { FactSource } from '#domain/drafts/facts.ts';
import type { DisplayMode } from '#domain/senior/display.ts';
import type { Flow, Step } from '#domain/flow/types.ts';
import { askedOf, isBeside, shownByMatters, type Way } from './way.ts';

/** The page after the last question. */
export const CHECK = 'check';

/** One page of a claim: in senior mode one step, in standard mode the steps of one section. */
export interface Place {
  /** The part of the address: the id of its first step, or `check`. */
  id: string;
  section?: string;
  /** A page of its own kind: all papers (C3), or all key matters (P6). */
  screen?: Step['screen'];
  steps: readonly Step[];
}

export const pathOf = (flow: Flow, id: string) => `/claims/new/${flow.id}/${id}`;

/** The way to a question from another page of the claim, back to which it leads: "change". */
export const changePathOf = (flow: Flow, id: string, from: string) =>
  `${pathOf(flow, id)}?from=${from}`;

/** What staff proposed was asked first: its page stays, also while the person is on it. */
const isKnownBefore = (source: FactSource | undefined) =>
  source !== undefined && source !== 'proposal';

/**
 * A step that needs no page: nothing is asked in it, or all of it is known and some of that was known before it was asked
 * (F5). Its yes is given on the page of the key matters, so each value without one must stand there.
 */
function isQuiet(step: Step, way: Way, shown: ReadonlySet<string>): boolean {
  if (step.screen) return false;
  const fields = askedOf(step, way).filter((field) => !isBeside(way.flow.fields[field]));
  if (fields.some((field) => way.walk.relevant[field] === undefined)) return false;
  if (fields.some((field) => way.suggestions[field] && !shown.has(field))) return false;
  return (
    fields.length === 0 ||
    fields.some((field) => way.suggestions[field] ?? isKnownBefore(way.sources[field]))
  );
}

/**
 * The pages that these answers lead to, in order, the check page last. Worked out anew each time: no position is
 * ever stored, so a change of mode or of an answer can leave nobody on a page that is not theirs.
 * @param open a step that somebody asked for by "change": it always has a page
 */
export function placesOf(way: Way, mode: DisplayMode, open?: string): Place[] {
  const shown = shownByMatters(way);
  const isSilent = (step: Step) => step.id !== open && isQuiet(step, way, shown);
  if (mode === 'senior') {
    return [...way.walk.outline.filter((step) => !isSilent(step)).map(placeWith), checkPlace];
  }
  // A section's page shows all of the section, what is known already filled in; it falls away when all of it is known.
  const places: Place[] = [];
  for (const step of way.walk.outline) {
    if (askedOf(step, way).length === 0 && step.id !== open) continue;
    const last = places[places.length - 1];
    if (last && last.section === step.section && !last.screen && !step.screen) {
      places[places.length - 1] = { ...last, steps: [...last.steps, step] };
    } else places.push(placeWith(step));
  }
  return [...places.filter(({ steps }) => !steps.every(isSilent)), checkPlace];
}

const checkPlace: Place = { id: CHECK, steps: [] };
const placeWith = (step: Step): Place => ({
  id: step.id,
  section: step.section,
  screen: step.screen,
  steps: [step],
});

/** The page that holds a step, by its own address or by that of another step on the same page. */
export function placeOf(places: readonly Place[], stepId: string): Place | undefined {
  return places.find(
    (place) => place.id === stepId || place.steps.some((step) => step.id === stepId),
  );
}

/**
 * Where a draft opens: at the first question without an answer, or at the check page. A proposed value still waits for
 * its yes: on the page of the key matters, or on its own.
 */
export function openPlace(way: Way, places: readonly Place[]): Place | undefined {
  const first = way.walk.firstIncomplete ?? way.given.firstIncomplete;
  if (!first) return placeOf(places, CHECK);
  return placeOf(places, first.id) ?? places.find(({ screen }) => screen === 'matters');
}

/** True when everything before this page is answered or proposed: nobody gets ahead by an address. */
export function isReachable(way: Way, place: Place): boolean {
  if (place.id === CHECK) return way.given.isComplete;
  return place.steps.some((step) => way.walk.path.includes(step));
}
