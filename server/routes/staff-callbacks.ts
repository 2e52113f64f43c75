import { createRoute, z } from '@hono/zod-openapi';
import { callbackOutcomes } from '#domain/handoff/events.ts';
import { commonProblems, jsonAnswer, jsonBody, notFoundProblem, pathId } from '../http/answers.ts';
import { IdParam } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { problemAnswer } from '../http/schemas.ts';
import { StaffCallbackSchema } from '../http/staff-queue-schemas.ts';
import { onceAsStaff } from '../http/idempotency.ts';
import { needStaff } from '../http/staff.ts';
import type { Parts } from '../parts.ts';
import { decideCallback, showCallbackPhone } from '../services/handoff/decide-callback.ts';
import { callbacksOf } from '../services/handoff/list-callbacks.ts';
import { recordTry } from '../services/handoff/record-try.ts';
import { JOBS } from '../services/run-jobs.ts';

const tags = ['staff queue'];
const refusals = {
  401: problemAnswer('Not signed in as staff'),
  403: problemAnswer('Not for this role'),
  ...notFoundProblem,
};
const conflict = { 409: problemAnswer('It is over, or in nobody’s or another’s hands') };

const list = createRoute({
  method: 'get',
  path: '/api/staff/callbacks',
  tags,
  summary: 'Call-backs that wait, or that nobody could reach',
  request: { query: z.object({ state: z.enum(['waiting', 'left']).default('waiting') }) },
  responses: {
    200: jsonAnswer(
      'Call-backs',
      z.object({ callbacks: z.array(StaffCallbackSchema) }).openapi('StaffCallbacks'),
    ),
    ...refusals,
    422: commonProblems[422],
  },
});

const tried = createRoute({
  method: 'post',
  path: '/api/staff/callbacks/{id}/tries',
  tags,
  summary: 'How a call went',
  request: {
    params: IdParam,
    body: jsonBody(z.strictObject({ outcome: z.enum(callbackOutcomes) }).openapi('CallbackTry')),
  },
  responses: {
    ...commonProblems,
    ...refusals,
    ...conflict,
    200: jsonAnswer('Noted', StaffCallbackSchema),
  },
});

const phone = createRoute({
  method: 'post',
  path: '/api/staff/callbacks/{id}/phone',
  tags,
  summary: 'The number to call; audited',
  request: { params: IdParam },
  responses: {
    200: jsonAnswer('The number', z.object({ phone: z.string() }).openapi('CallbackPhone')),
    ...refusals,
  },
});

const decide = createRoute({
  method: 'post',
  path: '/api/staff/callbacks/{id}/decide',
  tags,
  summary: 'What becomes of one that nobody could reach',
  request: {
    params: IdParam,
    body: jsonBody(
      z
        .strictObject({
          outcome: z.enum(['try-again', 'let-go']),
          note: z.string().trim().min(1).max(2000),
        })
        .openapi('CallbackDecision'),
    ),
  },
  responses: {
    ...commonProblems,
    ...refusals,
    ...conflict,
    200: jsonAnswer('Decided', StaffCallbackSchema),
  },
});

/** Calling back, as staff do it. */
export function staffCallbackRoutes(app: App, parts: Parts): void {
  app.openapi(list, async (c) => {
    await needStaff(c, parts, 'talk');
    return c.json({ callbacks: await callbacksOf(parts, c.req.valid('query').state) }, 200);
  });
  app.openapi(tried, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    const id = pathId(c.req.valid('param').id);
    const { outcome } = c.req.valid('json');
    const { body } = await onceAsStaff(c, parts, staff, async (within) => ({
      status: 200,
      body: await recordTry(within, staff, id, outcome),
    }));
    parts.hints.notify(JOBS);
    return c.json(body, 200);
  });
  app.openapi(phone, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    return c.json(await showCallbackPhone(parts, staff, pathId(c.req.valid('param').id)), 200);
  });
  app.openapi(decide, async (c) => {
    const staff = await needStaff(c, parts, 'supervise');
    const id = pathId(c.req.valid('param').id);
    const decision = c.req.valid('json');
    const { body } = await onceAsStaff(c, parts, staff, async (within) => ({
      status: 200,
      body: await decideCallback(within, staff, id, decision),
    }));
    return c.json(body, 200);
  });
}
