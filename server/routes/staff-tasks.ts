import { createRoute, z } from '@hono/zod-openapi';
import { appointmentParts, taskUnmaskReasons } from '#domain/api/appointment.ts';
import { commonProblems, jsonAnswer, jsonBody, notFoundProblem, pathId } from '../http/answers.ts';
import { Id, IdParam } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { problemAnswer } from '../http/schemas.ts';
import { needStaff } from '../http/staff.ts';
import type { Parts } from '../parts.ts';
import { JOBS } from '../services/run-jobs.ts';
import { finishTask } from '../services/staff/tasks/finish-task.ts';
import { listTasks } from '../services/staff/tasks/list-tasks.ts';
import { unmaskAddress } from '../services/staff/tasks/unmask-address.ts';

const tags = ['staff'];
const refusals = {
  401: problemAnswer('Not signed in as staff'),
  403: problemAnswer('Not for this role'),
};

const Task = z
  .object({
    id: Id,
    kind: z.enum(['branch', 'visit', 'post', 'family', 'also-filed', 'find-policy']),
    createdAt: z.string().openapi({ format: 'date-time' }),
    customerName: z.string(),
    maskedPhone: z.string(),
    flow: z.string(),
    claimId: Id.optional(),
    claimNumber: z.string().optional(),
    papers: z.array(z.string()).readonly(),
    day: z.string().optional(),
    part: z.enum(appointmentParts).optional(),
    branchId: z.string().optional(),
    maskedAddress: z.string().optional(),
    visitor: z.object({ name: z.string() }).optional(),
    isToCall: z.boolean(),
  })
  .openapi('StaffTask');

const list = createRoute({
  method: 'get',
  path: '/api/staff/tasks',
  tags,
  summary: 'What is to be done beside deciding: the nearest day first, then the oldest',
  responses: {
    200: jsonAnswer('Tasks', z.object({ tasks: z.array(Task) }).openapi('StaffTasks')),
    ...refusals,
  },
});

const done = createRoute({
  method: 'post',
  path: '/api/staff/tasks/{id}/done',
  tags,
  summary: 'Say that a task is done; again has no second effect',
  request: { params: IdParam },
  responses: {
    204: { description: 'Done' },
    ...refusals,
    ...notFoundProblem,
    409: problemAnswer('The customer has cancelled it'),
  },
});

const unmask = createRoute({
  method: 'post',
  path: '/api/staff/tasks/{id}/unmask',
  tags,
  summary: 'Show the address of a visit for a reason; audited',
  request: {
    params: IdParam,
    body: jsonBody(z.strictObject({ reason: z.enum(taskUnmaskReasons) }).openapi('UnmaskTask')),
  },
  responses: {
    ...commonProblems,
    200: jsonAnswer('The address', z.object({ address: z.string() }).openapi('TaskAddress')),
    ...refusals,
    ...notFoundProblem,
  },
});

export function staffTaskRoutes(app: App, parts: Parts): void {
  app.openapi(list, async (c) => {
    await needStaff(c, parts, 'see-tasks');
    return c.json({ tasks: await listTasks(parts) }, 200);
  });
  app.openapi(done, async (c) => {
    const staff = await needStaff(c, parts, 'do-tasks');
    await finishTask(parts, staff, pathId(c.req.valid('param').id));
    parts.hints.notify(JOBS);
    return c.body(null, 204);
  });
  app.openapi(unmask, async (c) => {
    const staff = await needStaff(c, parts, 'see-tasks');
    const id = pathId(c.req.valid('param').id);
    const address = await unmaskAddress(parts, staff, id, c.req.valid('json').reason);
    return c.json({ address }, 200);
  });
}
