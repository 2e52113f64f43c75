import { createRoute, z } from '@hono/zod-openapi';
import { linkKinds } from '#domain/api/link.ts';
import { commonProblems, jsonAnswer, jsonBody } from '../http/answers.ts';
import type { App } from '../http/context.ts';
import { problemAnswer } from '../http/schemas.ts';
import { needStaff } from '../http/staff.ts';
import type { Parts } from '../parts.ts';
import { makeLink } from '../services/staff/make-link.ts';

const make = createRoute({
  method: 'post',
  path: '/api/staff/links',
  tags: ['staff'],
  summary:
    'A signed link that suggests the large-text page to somebody who was asked; names nobody',
  request: {
    body: jsonBody(z.strictObject({ kind: z.enum(linkKinds) }).openapi('MakeLink')),
  },
  responses: {
    ...commonProblems,
    200: jsonAnswer(
      'The link',
      z
        .object({ url: z.string(), expiresAt: z.string().openapi({ format: 'date-time' }) })
        .openapi('DisplayLink'),
    ),
    401: problemAnswer('Not signed in as staff'),
    403: problemAnswer('Not for this role'),
  },
});

/** Links that staff hand to a caller, print or send. Nothing is kept but who made one. */
export function staffLinkRoutes(app: App, parts: Parts): void {
  app.openapi(make, async (c) => {
    const staff = await needStaff(c, parts, 'make-links');
    const origin = parts.config.publicUrl ?? new URL(c.req.url).origin;
    return c.json(await makeLink(parts, staff, c.req.valid('json').kind, origin), 200);
  });
}
