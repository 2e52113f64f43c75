import type { Draft, DraftChange } from '../api/draft.ts';
import type { Answers, AnswerValue, Flow } from '../flow/types.ts';
import { FlowTooNewError, migrateAnswers } from '../flow/migrate.ts';
import type { FactSource } from './facts.ts';
import type { KeptPhotos } from './kept-photos.ts';

/** No answer is a value too: it can be what was there before, and what somebody changed it to. */
export type Value = AnswerValue | null;

/** An answer that the server does not have yet. */
export interface Change {
  value: Value;
  /** What the server had when the change was begun: what it says later is compared with this. */
  base: Value;
  /** Values on their way without an answer so far: where the server has one of them, it is ours. */
  sent?: readonly Value[];
  from?: FactSource;
}

/** Two devices changed one field differently: nothing is sent of it until the person has chosen. */
export interface Conflict {
  mine: Value;
  theirs: Value;
}

/**
 * One claim in the making as the phone keeps it. Everything that happens to it is a pure function from one such value
 * to the next, so that two tabs, a reload and the network's answers can come in any order.
 */
export interface KeptClaim extends KeptPhotos {
  format: 1;
  /** The version of the flow that the changes are answers of. */
  flowVersion: number;
  /** Under which the server is asked for the draft: asked again, it gives the same one. */
  makeKey: string;
  /** As the server last said; absent while there was no signal since the beginning. */
  draft?: Draft;
  changes: Readonly<Record<string, Change>>;
  conflicts: Readonly<Record<string, Conflict>>;
  /** The person has pressed "send", and no answer has come. */
  isToSend?: boolean;
}

export const emptyClaim = (flow: Flow, makeKey: string): KeptClaim => ({
  format: 1,
  flowVersion: flow.version,
  makeKey,
  changes: {},
  conflicts: {},
  photos: [],
});

export const isSame = (a: Value | undefined, b: Value | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Without one key. */
function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}

const serverValue = (draft: Pick<Draft, 'answers'> | undefined, field: string): Value =>
  draft?.answers[field] ?? null;

/** What the person sees: the server's answers under their own, sent or not. */
export function shownAnswers(claim: Pick<KeptClaim, 'draft' | 'changes' | 'conflicts'>): Answers {
  const answers: Record<string, AnswerValue> = { ...claim.draft?.answers };
  const mine: [string, Value][] = [
    ...Object.entries(claim.changes).map(([f, { value }]): [string, Value] => [f, value]),
    ...Object.entries(claim.conflicts).map(([f, { mine }]): [string, Value] => [f, mine]),
  ];
  for (const [field, value] of mine) {
    if (value === null) delete answers[field];
    else answers[field] = value;
  }
  return answers;
}

/** What is to be sent, as the server takes it. */
export function changesToSend(claim: KeptClaim): DraftChange[] {
  return Object.entries(claim.changes).map(([field, { value, from }]) => ({
    field,
    value,
    ...(from ? { from } : {}),
  }));
}

/** The person has answered. While a field is in conflict their answer is one of the two to choose from. */
export function withAnswer(
  claim: KeptClaim,
  field: string,
  value: Value,
  from?: FactSource,
): KeptClaim {
  const conflict = claim.conflicts[field];
  if (conflict) {
    return isSame(value, conflict.theirs)
      ? withChoice(claim, field, 'theirs')
      : { ...claim, conflicts: { ...claim.conflicts, [field]: { ...conflict, mine: value } } };
  }
  const before = claim.changes[field];
  const base = before ? before.base : serverValue(claim.draft, field);
  if (claim.draft && isSame(value, base) && !before?.sent && !from) {
    return { ...claim, changes: without(claim.changes, field) };
  }
  const change: Change = { value, base, sent: before?.sent, from };
  return { ...claim, changes: { ...claim.changes, [field]: change } };
}

/** These changes are on their way. Should the answer be lost, the server's copy of them is known as ours. */
export function withSent(claim: KeptClaim, batch: readonly DraftChange[]): KeptClaim {
  const changes: Record<string, Change> = { ...claim.changes };
  for (const { field, value } of batch) {
    const change = changes[field];
    if (!change || change.sent?.some((one) => isSame(one, value))) continue;
    changes[field] = { ...change, sent: [...(change.sent ?? []), value] };
  }
  return { ...claim, changes };
}

/** Lists of photos on both sides: what either added is in, what either took away is out. */
function mergedLists(base: Value, mine: Value, theirs: Value): Value {
  const list = (value: Value): readonly string[] => (Array.isArray(value) ? value : []);
  const had = new Set(list(base));
  const [ours, other] = [new Set(list(mine)), new Set(list(theirs))];
  const kept = list(theirs).filter((id) => ours.has(id) || !had.has(id));
  const added = list(mine).filter((id) => !other.has(id) && !had.has(id));
  const all = [...kept, ...added];
  return all.length > 0 ? all : null;
}

/**
 * A list of documents was changed on this page from `before` to `after`: what another tab has made of it meanwhile is
 * kept. In the order of this page.
 */
export function withList(
  claim: KeptClaim,
  field: string,
  before: readonly string[],
  after: readonly string[],
): KeptClaim {
  const now = shownAnswers(claim)[field] ?? null;
  // Another way than by photo was chosen meanwhile, and no photo came.
  if (now !== null && !Array.isArray(now) && after.length === 0) return claim;
  const merged = mergedLists(before, after, now);
  if (!Array.isArray(merged)) return withAnswer(claim, field, null);
  const ours = after.filter((id) => merged.includes(id));
  const others = (merged as readonly string[]).filter((id) => !ours.includes(id));
  return withAnswer(claim, field, [...ours, ...others]);
}

/** One unsent change against what the server says now. */
function meet(flow: Flow, field: string, change: Change, theirs: Value): Change | Conflict | null {
  if (isSame(change.value, theirs)) return null;
  const isOurs =
    isSame(theirs, change.base) || (change.sent?.some((one) => isSame(one, theirs)) ?? false);
  if (isOurs) return { ...change, base: theirs };
  const spec = flow.fields[field];
  // A yes to what is on the page holds for that alone; the rules ask again where it no longer fits.
  if (spec?.kind === 'matter') return { ...change, base: theirs };
  if (
    spec?.kind === 'photos' &&
    [change.value, theirs].every((v) => v === null || Array.isArray(v))
  ) {
    const value = mergedLists(change.base, change.value, theirs);
    return isSame(value, theirs) ? null : { ...change, value, base: theirs };
  }
  return { mine: change.value, theirs };
}

/**
 * Takes over what the server says, field by field: what only one side changed is kept, and where both changed the same
 * field differently both values are kept side by side.
 */
export function withDraft(flow: Flow, claim: KeptClaim, draft: Draft): KeptClaim {
  const isStale = claim.draft?.id === draft.id && claim.draft.version > draft.version;
  if (isStale) return claim;
  const changes: Record<string, Change> = {};
  const conflicts: Record<string, Conflict> = {};
  for (const [field, change] of Object.entries(claim.changes)) {
    const met = meet(flow, field, change, serverValue(draft, field));
    if (met && 'theirs' in met) conflicts[field] = met;
    else if (met) changes[field] = met;
  }
  for (const [field, { mine }] of Object.entries(claim.conflicts)) {
    const theirs = serverValue(draft, field);
    if (!isSame(mine, theirs)) conflicts[field] = { mine, theirs };
  }
  return { ...claim, draft, changes, conflicts };
}

/** Whether the server's draft holds what neither it nor this phone had before: somebody else changed it. */
export function isChangedByOthers(claim: KeptClaim, draft: Draft): boolean {
  if (!claim.draft || claim.draft.id !== draft.id) return false;
  const fields = new Set([...Object.keys(claim.draft.answers), ...Object.keys(draft.answers)]);
  return [...fields].some((field) => {
    const now = serverValue(draft, field);
    const change = claim.changes[field];
    const ours = [
      serverValue(claim.draft, field),
      ...(change ? [change.value, ...(change.sent ?? [])] : []),
    ];
    return !ours.some((value) => isSame(value, now));
  });
}

/** The person has chosen one of two answers. */
export function withChoice(claim: KeptClaim, field: string, which: 'mine' | 'theirs'): KeptClaim {
  const conflict = claim.conflicts[field];
  if (!conflict) return claim;
  const conflicts = without(claim.conflicts, field);
  if (which === 'theirs') return { ...claim, conflicts };
  const change: Change = { value: conflict.mine, base: conflict.theirs };
  return { ...claim, conflicts, changes: { ...claim.changes, [field]: change } };
}

/**
 * The server has this draft no more (a session that was lost): all answers become changes of a new one. Photos that
 * only the lost draft held cannot be named any more; those on the phone begin again.
 */
export function begunAnew(flow: Flow, claim: KeptClaim, makeKey: string): KeptClaim {
  const changes: Record<string, Change> = {};
  for (const [field, value] of Object.entries(shownAnswers(claim))) {
    const kind = flow.fields[field]?.kind;
    if ((kind === 'photos' || kind === 'statement') && Array.isArray(value)) continue;
    changes[field] = { value, base: null };
  }
  const photos = claim.photos.map(({ uploadUrl: _gone, ...photo }) => ({
    ...photo,
    beginnings: (photo.beginnings ?? 0) + 1,
  }));
  return { ...emptyClaim(flow, makeKey), changes, photos, isToSend: claim.isToSend };
}

/**
 * Brings a claim kept by an older program up to the flow of today.
 * @throws FlowTooNewError when a newer program kept it: never guess, never drop
 */
export function readKept(flow: Flow, kept: KeptClaim): KeptClaim {
  if (kept.format !== 1 || kept.flowVersion > flow.version)
    throw new FlowTooNewError(`flow ${flow.id} is ${flow.version}, kept is ${kept.flowVersion}`);
  if (kept.flowVersion === flow.version) return kept;
  const now = migrateAnswers(flow, kept.flowVersion, shownAnswers(kept));
  const draft = kept.draft && {
    ...kept.draft,
    flowVersion: flow.version,
    answers: migrateAnswers(flow, kept.draft.flowVersion, kept.draft.answers),
  };
  const changes: Record<string, Change> = {};
  for (const field of new Set([...Object.keys(now), ...Object.keys(draft?.answers ?? {})])) {
    const [value, base] = [now[field] ?? null, serverValue(draft, field)];
    if (!isSame(value, base)) changes[field] = { value, base };
  }
  return { ...kept, flowVersion: flow.version, draft, changes, conflicts: {} };
}
