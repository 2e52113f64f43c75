import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, notFoundProblem, pathId, signInProblem } from '../http/answers.ts';
import { Id, IdempotencyHeader, IdParam } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { once } from '../http/idempotency.ts';
import { problemAnswer } from '../http/schemas.ts';
import { needCustomer } from '../http/sessions.ts';
import type { Parts } from '../parts.ts';
import { beginFromEvent, dismissEvent, listEvents } from '../services/facts/known-events.ts';
import { refreshProfile } from '../services/refresh-profile.ts';

const tags = ['events'];
/** The insurer is asked again for a customer at most so often, ms. */
const FRESH_MS = 600_000;

const EventList = z
  .object({
    events: z.array(
      z.object({
        id: Id,
        flow: z.string(),
        hospital: z.string(),
        day: z.string().openapi({ example: '2026-11-03' }),
        dischargedOn: z.string().optional(),
        totalFen: z.int().optional(),
        insuredName: z.string().optional(),
      }),
    ),
  })
  .openapi('KnownEvents');

const list = createRoute({
  method: 'get',
  path: '/api/me/events',
  tags,
  summary: 'What the insurer has heard of by itself and nothing was claimed for yet',
  responses: { 200: jsonAnswer('Events', EventList), ...signInProblem },
});

const begin = createRoute({
  method: 'post',
  path: '/api/me/events/{id}/draft',
  tags,
  summary: 'Begin a claim from it: what is known is proposed, nothing is sent',
  request: { params: IdParam, headers: IdempotencyHeader },
  responses: {
    200: jsonAnswer(
      'The draft',
      z.object({ draftId: Id, flow: z.string() }).openapi('DraftOfEvent'),
    ),
    ...notFoundProblem,
    ...signInProblem,
    409: problemAnswer('A claim about it stands already'),
  },
});

const dismiss = createRoute({
  method: 'post',
  path: '/api/me/events/{id}/dismiss',
  tags,
  summary: 'Not to be asked about it again',
  request: { params: IdParam },
  responses: { 204: { description: 'Kept' }, ...notFoundProblem, ...signInProblem },
});

/** The insurer starts the claim itself (C5); the customer says yes, or that they want none. */
export function eventRoutes(app: App, parts: Parts): void {
  app.openapi(list, async (c) => {
    const { customerId } = await needCustomer(c, parts);
    await refreshProfile(parts, customerId, FRESH_MS);
    return c.json({ events: await listEvents(parts, customerId) }, 200);
  });
  app.openapi(begin, async (c) => {
    const who = await needCustomer(c, parts);
    const id = pathId(c.req.valid('param').id);
    const { body } = await once(c, parts, who, async (tx) => ({
      status: 200,
      body: await beginFromEvent(tx, parts, who, id),
    }));
    return c.json(body, 200);
  });
  app.openapi(dismiss, async (c) => {
    const { customerId } = await needCustomer(c, parts);
    await dismissEvent(parts, customerId, pathId(c.req.valid('param').id));
    return c.body(null, 204);
  });
}
