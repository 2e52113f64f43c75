import type { Problem } from '#domain/api/problem.ts';
import { problemWord, type Lng } from './words.ts';

/** One field at fault; its words come from its code. */
export interface FieldFault {
  field: string;
  code: string;
  step?: string;
}

export interface ProblemExtras {
  errors?: readonly FieldFault[];
  headers?: Readonly<Record<string, string>>;
  /** Members beside the standard ones, such as the present draft of `draft-changed`. */
  more?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/** What a service throws when it refuses: a stable code of `locales/<lng>/problems.json` and an HTTP status. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: string;
  readonly status: number;
  readonly extras: ProblemExtras;
  constructor(code: string, status: number, extras: ProblemExtras = {}) {
    super(code, { cause: extras.cause });
    this.code = code;
    this.status = status;
    this.extras = extras;
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The RFC 9457 answer of an error, in the reader's language. */
export function problemResponse(error: ProblemError, lng: Lng): Response {
  const body: Problem & Record<string, unknown> = {
    ...error.extras.more,
    type: `/problems/${error.code}`,
    title: titles[error.status] ?? 'Error',
    status: error.status,
    code: error.code,
    detail: problemWord(lng, error.code),
  };
  if (error.extras.errors) {
    body.errors = error.extras.errors.map((fault) => ({
      ...fault,
      detail: problemWord(lng, fault.code),
    }));
  }
  return new Response(JSON.stringify(body), {
    status: error.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'content-language': lng,
      ...error.extras.headers,
    },
  });
}
