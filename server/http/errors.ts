import { HTTPException } from 'hono/http-exception';
import type { z } from '@hono/zod-openapi';
import { SealError } from '../store/seal.ts';
import type { Parts } from '../parts.ts';
import type { App, AppContext } from './context.ts';
import { ProblemError, problemResponse, type FieldFault } from './problem.ts';

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue): FieldFault[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: path ? `${path}.${key}` : key,
      code: 'field-unknown',
    }));
  }
  // Our own refinements name their code as the message; what zod says itself is for programmers.
  const own = issue.code === 'custom' || /^[a-z]+(-[a-z]+)+$/.test(issue.message);
  return [{ field: path, code: own ? issue.message : 'wrong-type' }];
}

/** The 422 of a body, query or parameter that does not have its shape. */
export function invalidProblem(error: z.core.$ZodError): ProblemError {
  const errors = error.issues.flatMap(faultsOf);
  const codes = new Set(errors.map((fault) => fault.code));
  const code = codes.has('field-unknown')
    ? 'field-unknown'
    : codes.size === 1
      ? [...codes][0]
      : undefined;
  return new ProblemError(code ?? 'invalid', 422, { errors });
}

/** The hook of every route: what zod refused becomes a problem. */
export function readInvalid(result: { success: boolean; error?: z.core.$ZodError }): void {
  if (!result.success && result.error) throw invalidProblem(result.error);
}

const httpCodes: Readonly<Record<number, string>> = {
  400: 'body-malformed',
  413: 'body-too-large',
  415: 'body-not-json',
};

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof HTTPException) {
    return new ProblemError(httpCodes[error.status] ?? 'invalid', error.status, { cause: error });
  }
  if (error instanceof SealError) return new ProblemError('internal', 500, { cause: error });
  return new ProblemError('internal', 500, { cause: error });
}

/** Answers whatever was thrown: a problem as it is, anything else as `internal` with the cause in the log only. */
export function answerError(error: unknown, c: AppContext, parts: Pick<Parts, 'log'>): Response {
  const problem = asProblem(error);
  if (problem.status >= 500) {
    parts.log.error('request-failed', problem.cause ?? problem, {
      method: c.req.method,
      route: c.req.routePath,
    });
  }
  return problemResponse(problem, c.get('lng') ?? 'zh-CN');
}

interface Known {
  pattern: RegExp;
  method: string;
}

const knownOf = new WeakMap<App, readonly Known[]>();

function knownRoutes(app: App): readonly Known[] {
  const made = app.routes
    .filter((route) => route.method !== 'ALL' && route.path !== '*' && route.path !== '/*')
    .map((route) => ({
      method: route.method,
      pattern: new RegExp(
        `^${route.path
          .replace(/[.]/g, '\\.')
          .replace(/:[^/]+/g, '[^/]+')
          .replace(/\*/g, '.*')}$`,
      ),
    }));
  knownOf.set(app, made);
  return made;
}

/** 405 with `Allow` where the path exists for another method, else 404. */
export function refuseUnknown(c: AppContext, app: App): Response {
  const known = knownOf.get(app) ?? knownRoutes(app);
  const path = c.req.path;
  const methods = [
    ...new Set(known.filter((route) => route.pattern.test(path)).map((route) => route.method)),
  ];
  if (methods.includes('GET')) methods.push('HEAD');
  const problem =
    methods.length > 0 && !methods.includes(c.req.method)
      ? new ProblemError('method-not-allowed', 405, { headers: { allow: methods.join(', ') } })
      : new ProblemError('not-found', 404);
  return problemResponse(problem, c.get('lng'));
}
