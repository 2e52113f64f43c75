import { createRoute, z } from '@hono/zod-openapi';
import { takeReasons } from '#domain/handoff/take-reasons.ts';
import { commonProblems, jsonAnswer, jsonBody, notFoundProblem, pathId } from '../http/answers.ts';
import { Id, IdParam } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { problemAnswer } from '../http/schemas.ts';
import { streamEvents } from '../http/sse.ts';
import {
  ColleaguesSchema,
  ContextSchema,
  FiguresSchema,
  PresenceSchema,
  StaffNoteSchema,
  StaffQueueSchema,
} from '../http/staff-queue-schemas.ts';
import { onceAsStaff } from '../http/idempotency.ts';
import { needStaff, staffToken } from '../http/staff.ts';
import type { Parts } from '../parts.ts';
import { addNote } from '../services/handoff/add-note.ts';
import { acceptOffer, declineOffer } from '../services/handoff/answer-offer.ts';
import { followDesk } from '../services/handoff/follow-desk.ts';
import { listColleagues } from '../services/handoff/list-colleagues.ts';
import { noteStaffAlive, setPresence, viewPresence } from '../services/handoff/presence.ts';
import { queueFigures } from '../services/handoff/queue-figures.ts';
import { takeNext } from '../services/handoff/take-next.ts';
import { viewContext } from '../services/handoff/view-context.ts';
import { listQueue } from '../services/staff/list-queue.ts';
import { findStaffSession } from '../services/staff/staff-sign-in.ts';

const tags = ['staff queue'];
const CAPACITY_MAX = 8;
const NOTE_MAX = 2000;
const refusals = {
  401: problemAnswer('Not signed in as staff'),
  403: problemAnswer('Not for this role'),
};
const Taken = z.object({ conversationId: Id }).openapi('TakenConversation');

const Take = z
  .strictObject({ conversationId: Id.optional(), reason: z.enum(takeReasons).optional() })
  .openapi('TakeConversation');

const queue = createRoute({
  method: 'get',
  path: '/api/staff/queue',
  tags,
  summary: 'Who asked for a person, in the order in which they are taken, and why',
  responses: { 200: jsonAnswer('The queue', StaffQueueSchema), ...refusals },
});

const take = createRoute({
  method: 'post',
  path: '/api/staff/queue/take',
  tags,
  summary: 'Take the one who is next, or one near the front whom this member knows',
  request: {
    body: {
      required: false,
      content: { 'application/json': { schema: Take } },
    },
  },
  responses: {
    200: jsonAnswer('Taken', Taken),
    204: { description: 'Nobody waits, or there is no room for one more' },
    ...refusals,
    422: problemAnswer('Somebody stands before them: the reason is needed'),
  },
});

const figures = createRoute({
  method: 'get',
  path: '/api/staff/queue/figures',
  tags,
  summary: 'How long people wait, by age group',
  responses: { 200: jsonAnswer('The figures', FiguresSchema), ...refusals },
});

const seePresence = createRoute({
  method: 'get',
  path: '/api/staff/presence',
  tags,
  summary: 'Whether this member takes conversations, and how many',
  responses: { 200: jsonAnswer('Presence', PresenceSchema), ...refusals },
});

const putPresence = createRoute({
  method: 'put',
  path: '/api/staff/presence',
  tags,
  summary: 'Say whether this member takes conversations, and how many at once',
  request: {
    body: jsonBody(
      z
        .strictObject({
          state: z.enum(['available', 'away']),
          capacity: z.int().min(1).max(CAPACITY_MAX).optional(),
        })
        .openapi('ToPresence'),
    ),
  },
  responses: { ...commonProblems, 200: jsonAnswer('Presence', PresenceSchema), ...refusals },
});

const stream = createRoute({
  method: 'get',
  path: '/api/staff/stream',
  tags,
  summary: "A member's own desk, whole with every change; being connected is being there",
  responses: {
    200: {
      description: 'Server-sent events: `desk`, `beat`, `bye`, `gone`',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...refusals,
  },
});

const colleagues = createRoute({
  method: 'get',
  path: '/api/staff/colleagues',
  tags,
  summary: 'Whom a conversation can be handed to',
  responses: { 200: jsonAnswer('Colleagues', ColleaguesSchema), ...refusals },
});

const accept = createRoute({
  method: 'post',
  path: '/api/staff/offers/{id}/accept',
  tags,
  summary: 'Take what is offered',
  request: { params: IdParam },
  responses: {
    200: jsonAnswer('Taken', Taken),
    ...refusals,
    ...notFoundProblem,
    409: problemAnswer('It has run out, or somebody else has it'),
  },
});

const decline = createRoute({
  method: 'post',
  path: '/api/staff/offers/{id}/decline',
  tags,
  summary: 'Let it pass to the next one',
  request: { params: IdParam },
  responses: { 204: { description: 'Passed on' }, ...refusals, ...notFoundProblem },
});

const context = createRoute({
  method: 'get',
  path: '/api/staff/conversations/{id}',
  tags,
  summary: 'All that is known to it, masked: nothing is asked twice',
  request: { params: IdParam },
  responses: { 200: jsonAnswer('The context', ContextSchema), ...refusals, ...notFoundProblem },
});

const note = createRoute({
  method: 'post',
  path: '/api/staff/conversations/{id}/notes',
  tags,
  summary: 'Keep a note for colleagues; the customer never sees it',
  request: {
    params: IdParam,
    body: jsonBody(
      z.strictObject({ text: z.string().trim().min(1).max(NOTE_MAX) }).openapi('ToNote'),
    ),
  },
  responses: {
    ...commonProblems,
    201: jsonAnswer('Kept', StaffNoteSchema),
    ...refusals,
    ...notFoundProblem,
  },
});

/** The desk of those who talk with customers. */
export function staffQueueRoutes(app: App, parts: Parts): void {
  app.openapi(queue, async (c) => {
    const staff = await needStaff(c, parts, 'see-queue');
    await noteStaffAlive(parts, staff.id);
    return c.json(await listQueue(parts, staff), 200);
  });
  app.openapi(take, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    // Without a body there is nothing to read: whoever is next.
    const { conversationId: wantedId, reason } = c.req.valid('json') ?? {};
    const { body } = await onceAsStaff(c, parts, staff, async (within) => {
      const conversationId = await takeNext(within, staff, { wantedId, reason });
      return { status: 200, body: conversationId ? { conversationId } : null };
    });
    return body ? c.json(body, 200) : c.body(null, 204);
  });
  app.openapi(figures, async (c) => {
    await needStaff(c, parts, 'supervise');
    return c.json(await queueFigures(parts), 200);
  });
  app.openapi(seePresence, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    return c.json(await viewPresence(parts.store.db, parts, staff.id), 200);
  });
  app.openapi(putPresence, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    return c.json(await setPresence(parts, staff.id, c.req.valid('json')), 200);
  });
  app.openapi(stream, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    const token = staffToken(c) ?? '';
    const stillThere = async () => (await findStaffSession(parts, token))?.id === staff.id;
    return streamEvents(c, (out) => followDesk(parts, staff, out, stillThere));
  });
  app.openapi(colleagues, async (c) => {
    await needStaff(c, parts, 'talk');
    return c.json({ colleagues: await listColleagues(parts) }, 200);
  });
  app.openapi(accept, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    const conversationId = await acceptOffer(parts, staff, pathId(c.req.valid('param').id));
    return c.json({ conversationId }, 200);
  });
  app.openapi(decline, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    await declineOffer(parts, staff, pathId(c.req.valid('param').id));
    return c.body(null, 204);
  });
  app.openapi(context, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    await noteStaffAlive(parts, staff.id);
    return c.json(await viewContext(parts, staff, pathId(c.req.valid('param').id)), 200);
  });
  app.openapi(note, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    const id = pathId(c.req.valid('param').id);
    const { text } = c.req.valid('json');
    const { body } = await onceAsStaff(c, parts, staff, async (within) => ({
      status: 201,
      body: await within.store.write((tx) => addNote(tx, within, staff, id, text)),
    }));
    return c.json(body, 201);
  });
}
