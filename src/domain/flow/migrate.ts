import type { Answers, Flow } from './types.ts';

/** The answers come from a newer program than this one: never guess, never drop (the draft stays as it is). */
export class FlowTooNewError extends Error {
  override name = 'FlowTooNewError';
}

/**
 * Brings saved answers up to the flow's present version, one migration after the other.
 * @throws FlowTooNewError when they were saved by a newer program, RangeError for a version below 1
 */
export function migrateAnswers(flow: Flow, version: number, answers: Answers): Answers {
  if (!Number.isInteger(version) || version < 1)
    throw new RangeError(`flow ${flow.id} has no version ${version}`);
  if (version > flow.version)
    throw new FlowTooNewError(`flow ${flow.id} is ${flow.version}, answers are ${version}`);
  return flow.migrations.slice(version - 1).reduce((now, migrate) => migrate(now), answers);
}
