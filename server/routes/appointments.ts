import { createRoute, z } from '@hono/zod-openapi';
import { appointmentParts } from '#domain/api/appointment.ts';
import {
  commonProblems,
  jsonAnswer,
  jsonBody,
  notFoundProblem,
  pathId,
  signInProblem,
} from '../http/answers.ts';
import { AppointmentSchema, IdempotencyHeader, IdParam } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { once } from '../http/idempotency.ts';
import { problemAnswer } from '../http/schemas.ts';
import { needCustomer } from '../http/sessions.ts';
import type { Parts } from '../parts.ts';
import { appointmentDays } from '../services/appointments/appointment-days.ts';
import {
  cancelAppointment,
  readAppointments,
} from '../services/appointments/cancel-appointment.ts';
import { ADDRESS_MAX, knownBranches } from '../services/appointments/check-appointment.ts';
import { createAppointment } from '../services/appointments/create-appointment.ts';
import { JOBS } from '../services/run-jobs.ts';

const tags = ['appointments'];
const New = z
  .strictObject({
    draftId: z.string().max(100).optional(),
    claimId: z.string().max(100).optional(),
    kind: z.enum(['branch', 'visit', 'post', 'family']),
    papers: z.array(z.string().min(1).max(100)).min(1).max(20),
    day: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
    part: z.enum(appointmentParts).optional(),
    branchId: z.string().min(1).max(100).optional(),
    address: z.string().trim().min(1).max(ADDRESS_MAX).optional(),
  })
  .openapi('NewAppointment', {
    description: 'Of a draft or of a claim. A visit without day and address is "call me about it"',
  });

const create = createRoute({
  method: 'post',
  path: '/api/appointments',
  tags,
  summary: 'Arrange how papers reach us without photos',
  request: { headers: IdempotencyHeader, body: jsonBody(New) },
  responses: {
    201: jsonAnswer('Arranged', AppointmentSchema),
    200: jsonAnswer('These papers have joined what was arranged already', AppointmentSchema),
    ...commonProblems,
    ...notFoundProblem,
    ...signInProblem,
    409: problemAnswer('The draft was sent already, there are too many, or the key was used'),
  },
});

const list = createRoute({
  method: 'get',
  path: '/api/appointments',
  tags,
  summary: 'My appointments, the newest first',
  responses: {
    200: jsonAnswer(
      'Appointments',
      z.object({ appointments: z.array(AppointmentSchema) }).openapi('AppointmentList'),
    ),
    ...signInProblem,
  },
});

const days = createRoute({
  method: 'get',
  path: '/api/appointments/days',
  tags,
  summary: 'The days on which somebody can come or be seen, by the clock of the server',
  responses: {
    200: jsonAnswer(
      'The next working days',
      z
        .object({ days: z.array(z.string()), parts: z.array(z.enum(appointmentParts)).readonly() })
        .openapi('AppointmentDays'),
    ),
  },
});

const cancel = createRoute({
  method: 'post',
  path: '/api/appointments/{id}/cancel',
  tags,
  summary: 'Cancel one; again has no second effect',
  request: { params: IdParam },
  responses: {
    200: jsonAnswer('Cancelled', AppointmentSchema),
    ...notFoundProblem,
    ...signInProblem,
    409: problemAnswer('It has taken place'),
  },
});

/** A customer's appointments. They need to be signed in: somebody must know whom to expect. */
export function appointmentRoutes(app: App, parts: Parts): void {
  app.openapi(create, async (c) => {
    const who = await needCustomer(c, parts);
    const asked = c.req.valid('json');
    if (asked.draftId !== undefined) pathId(asked.draftId);
    if (asked.claimId !== undefined) pathId(asked.claimId);
    const branches = await knownBranches(parts);
    const answer = await once(c, parts, who, async (tx) => {
      const options = { lng: c.get('lng'), branches };
      const { appointment, isNew } = await createAppointment(tx, parts, who, asked, options);
      return { status: isNew ? 201 : 200, body: appointment };
    });
    parts.hints.notify(JOBS);
    return answer.status === 201 ? c.json(answer.body, 201) : c.json(answer.body, 200);
  });

  app.openapi(list, async (c) => {
    const { customerId } = await needCustomer(c, parts);
    return c.json({ appointments: await readAppointments(parts, customerId) }, 200);
  });

  app.openapi(days, (c) =>
    c.json({ days: appointmentDays(parts), parts: [...appointmentParts] }, 200),
  );

  app.openapi(cancel, async (c) => {
    const { customerId } = await needCustomer(c, parts);
    const answer = await cancelAppointment(parts, customerId, pathId(c.req.valid('param').id));
    parts.hints.notify(JOBS);
    return c.json(answer, 200);
  });
}
