import type { z } from '@hono/zod-openapi';
import { IdempotencyHeader } from './api-schemas.ts';
import type { AppContext } from './context.ts';

/**
 * The request of a route that a plain form of a page without script can post to as well as the page's own code: a body
 * may be absent, JSON or a form.
 */
export function jsonOrForm<Json extends z.ZodType, Form extends z.ZodType>(json: Json, form: Form) {
  return {
    headers: IdempotencyHeader,
    body: {
      required: false,
      content: {
        'application/json': { schema: json },
        'application/x-www-form-urlencoded': { schema: form },
      },
    },
  };
}

/** Whether the body is a form's: then the answer is a page to go to, not JSON. */
export function isForm(c: AppContext): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(
    c.req.header('content-type') ?? '',
  );
}
