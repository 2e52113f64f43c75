import type { Answers, Flow } from './types.ts';

/** The answers come from a newer program than this one: never guess, never drop (the draft stays as it is). */
export class FlowTooNewError extends Error {
  override name = 'FlowTooNewError';
}

/** The answers are from so long ago that a person looks at them with the customer: never guessed, never dropped. */
export class FlowTooOldError extends Error {
  override name = 'FlowTooOldError';
}

/** How many versions back a draft is still brought up to date by itself. */
export const VERSIONS_BACK = 2;

/**
 * Brings saved answers up to the flow's present version, one migration after the other.
 * @throws FlowTooNewError when they were saved by a newer program, FlowTooOldError when by one more than `VERSIONS_BACK`
 *   versions older, RangeError for a version below 1
 */
export function migrateAnswers(flow: Flow, version: number, answers: Answers): Answers {
  if (!Number.isInteger(version) || version < 1)
    throw new RangeError(`flow ${flow.id} has no version ${version}`);
  if (version > flow.version)
    throw new FlowTooNewError(`flow ${flow.id} is ${flow.version}, answers are ${version}`);
  if (flow.version - version > VERSIONS_BACK)
    throw new FlowTooOldError(`flow ${flow.id} is ${flow.version}, answers are ${version}`);
  return flow.migrations.slice(version - 1).reduce((now, migrate) => migrate(now), answers);
}
