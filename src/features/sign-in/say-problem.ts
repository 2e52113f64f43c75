import { ApiError } from '#platform/api/client.ts';

/** What went wrong, and whether it is the field's doing: then it stands beside the field. */
export interface SaidProblem {
  text: string;
  isOfField: boolean;
}

/** Codes of the API that speak of how often, not of what was typed. */
const isAboutTheField = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 429;

/** Puts an error of the API into words: the server's own, or that no answer came. */
export function sayProblem(error: unknown, offline: string): SaidProblem {
  if (!(error instanceof ApiError)) return { text: offline, isOfField: false };
  const { detail, errors, status } = error.problem;
  return { text: errors?.[0]?.detail ?? detail, isOfField: isAboutTheField(status) };
}
