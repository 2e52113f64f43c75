import { z } from '@hono/zod-openapi';
import { ProblemError } from './problem.ts';
import { problemAnswer } from './schemas.ts';

/** A response entry of an OpenAPI route. */
export function jsonAnswer<T extends z.ZodType>(description: string, schema: T) {
  return { description, content: { 'application/json': { schema } } };
}

/** A required JSON body of an OpenAPI route. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { required: true, content: { 'application/json': { schema } } };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether this could be an id of ours. */
export function isId(id: string): boolean {
  return UUID.test(id);
}

/** An id of a path. @throws ProblemError 404 for what is no id of ours, so that it never reaches a query */
export function pathId(id: string): string {
  if (!isId(id)) throw new ProblemError('not-found', 404);
  return id;
}

/** Errors that every route of a kind may answer. */
export const commonProblems = {
  400: problemAnswer('The body is not JSON'),
  403: problemAnswer('Another site had the browser send this'),
  413: problemAnswer('The body is too large'),
  415: problemAnswer('The body is of another type'),
  422: problemAnswer('A field is unknown, missing or wrong'),
  500: problemAnswer('Our mistake'),
};
export const notFoundProblem = { 404: problemAnswer('Not there, or not yours') };
export const signInProblem = { 401: problemAnswer('Sign in first') };

/** A body of bytes as they are: a photo, a clip, a piece of sound. What they are is told by their content. */
export const rawBody = {
  required: true,
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
};
