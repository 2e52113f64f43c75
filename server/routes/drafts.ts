import { createRoute, z } from '@hono/zod-openapi';
import { factSources } from '#domain/drafts/facts.ts';
import { commonProblems, jsonAnswer, jsonBody, notFoundProblem, pathId } from '../http/answers.ts';
import { DraftListSchema, DraftSchema, IdempotencyHeader, IdParam } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { once } from '../http/idempotency.ts';
import { ProblemSchema } from '../http/schemas.ts';
import { ensureWho, needWho, readWho } from '../http/sessions.ts';
import type { Parts } from '../parts.ts';
import { changeDraft } from '../services/change-draft.ts';
import { createDraft } from '../services/create-draft.ts';
import { listDrafts, readDraft } from '../services/read-draft.ts';

const Changes = z
  .strictObject({
    baseVersion: z.int().min(1),
    changes: z
      .array(
        z.strictObject({
          field: z.string().min(1).max(100),
          value: z
            .union([
              z.string().max(2000),
              z.number(),
              z.boolean(),
              z.array(z.string().max(200)).max(200),
            ])
            .nullable()
            .openapi({ description: 'null takes the answer away' }),
          from: z
            .enum(factSources)
            .optional()
            .openapi({ description: 'The customer said yes to what was known: from where' }),
        }),
      )
      .min(1)
      .max(100),
  })
  .openapi('DraftChanges');

const create = createRoute({
  method: 'post',
  path: '/api/drafts',
  tags: ['drafts'],
  summary: 'Begin a claim',
  request: {
    headers: IdempotencyHeader,
    body: jsonBody(z.strictObject({ flow: z.string().max(100) }).openapi('NewDraft')),
  },
  responses: {
    201: jsonAnswer('The new draft', DraftSchema),
    ...commonProblems,
    409: {
      description: 'The key was used with another body',
      content: { 'application/problem+json': { schema: ProblemSchema } },
    },
  },
});

const list = createRoute({
  method: 'get',
  path: '/api/drafts',
  tags: ['drafts'],
  summary: 'Open drafts, the newest first',
  responses: { 200: jsonAnswer('Drafts', DraftListSchema) },
});

const read = createRoute({
  method: 'get',
  path: '/api/drafts/{id}',
  tags: ['drafts'],
  summary: 'One draft',
  request: { params: IdParam },
  responses: { 200: jsonAnswer('The draft', DraftSchema), ...notFoundProblem },
});

const change = createRoute({
  method: 'patch',
  path: '/api/drafts/{id}',
  tags: ['drafts'],
  summary: 'Save answers, right or wrong',
  request: { params: IdParam, body: jsonBody(Changes) },
  responses: {
    200: jsonAnswer('The draft as saved', DraftSchema),
    ...commonProblems,
    ...notFoundProblem,
    409: {
      description:
        'Changed elsewhere (`draft-changed`, with the present draft) or sent already (`draft-submitted`)',
      content: {
        'application/problem+json': {
          schema: ProblemSchema.extend({ draft: DraftSchema.optional() }).openapi('DraftConflict'),
        },
      },
    },
  },
});

/** Drafts of claims: made without signing in, kept at every change. */
export function draftRoutes(app: App, parts: Parts): void {
  app.openapi(create, async (c) => {
    const who = await ensureWho(c, parts);
    const { flow } = c.req.valid('json');
    const { body } = await once(c, parts, who, async (tx) => ({
      status: 201,
      body: await createDraft(tx, parts, who, flow, c.var.lng),
    }));
    return c.json(body, 201);
  });

  app.openapi(list, async (c) => {
    const who = await readWho(c, parts);
    return c.json({ drafts: who ? await listDrafts(parts, who) : [] }, 200);
  });

  app.openapi(read, async (c) => {
    const id = pathId(c.req.valid('param').id);
    return c.json(await readDraft(parts, await needWho(c, parts), id), 200);
  });

  app.openapi(change, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const who = await needWho(c, parts);
    return c.json(await changeDraft(parts, who, id, c.req.valid('json'), c.var.lng), 200);
  });
}
