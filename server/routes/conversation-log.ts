import { createRoute, z } from '@hono/zod-openapi';
import { commonProblems, jsonAnswer, jsonBody, notFoundProblem, pathId } from '../http/answers.ts';
import { IdParam } from '../http/api-schemas.ts';
import type { App, AppContext } from '../http/context.ts';
import {
  ConversationLogSchema,
  EventToPostSchema,
  PostedSchema,
  ToReceiptsSchema,
} from '../http/conversation-schemas.ts';
import { AsQuery, partyOf } from '../http/party.ts';
import { problemAnswer } from '../http/schemas.ts';
import { isSessionLive } from '../http/sessions.ts';
import { streamEvents, type Speak } from '../http/sse.ts';
import { findStaffSession } from '../services/staff/staff-sign-in.ts';
import { staffToken } from '../http/staff.ts';
import type { Parts } from '../parts.ts';
import { followConversation, typingHint } from '../services/handoff/follow-conversation.ts';
import { noteReceipts } from '../services/handoff/note-receipts.ts';
import { noteStaffAlive } from '../services/handoff/presence.ts';
import { mayWrite, readableConversation, type Party } from '../services/handoff/party.ts';
import { postEvent } from '../services/handoff/post-event.ts';
import { readBehind, readConversation } from '../services/read-conversation.ts';

const WAIT_MAX_S = 25;
const tags = ['conversations'];

const after = z.coerce.number().int().min(0).default(0).openapi({ type: 'integer', example: 0 });
const refusals = {
  401: problemAnswer('Not signed in as staff'),
  403: problemAnswer('Not for this side, or not in this conversation'),
  ...notFoundProblem,
};

const events = createRoute({
  method: 'get',
  path: '/api/conversations/{id}/events',
  tags,
  summary: 'Events of a conversation behind a cursor; waits for the first',
  request: {
    params: IdParam,
    query: z.object({
      ...AsQuery,
      after,
      wait: z.coerce
        .number()
        .min(0)
        .default(0)
        .openapi({ type: 'number', description: `Seconds, at most ${WAIT_MAX_S}` }),
    }),
  },
  responses: {
    200: jsonAnswer('Events', ConversationLogSchema),
    ...refusals,
    422: commonProblems[422],
  },
});

const stream = createRoute({
  method: 'get',
  path: '/api/conversations/{id}/stream',
  tags,
  summary: 'The same events as they come; `Last-Event-ID` goes before `after`',
  request: { params: IdParam, query: z.object({ ...AsQuery, after }) },
  responses: {
    200: {
      description:
        'Server-sent events: unnamed ones are those of the log with their seq as id; `hello`, `receipts`, `typing`, `beat`, `bye` and `gone` are said beside it',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...refusals,
    422: commonProblems[422],
  },
});

const post = createRoute({
  method: 'post',
  path: '/api/conversations/{id}/events',
  tags,
  summary: 'Write into the log, once for each clientId',
  request: {
    params: IdParam,
    query: z.object(AsQuery),
    body: jsonBody(EventToPostSchema),
  },
  responses: {
    ...commonProblems,
    ...refusals,
    201: jsonAnswer('Written', PostedSchema),
    200: jsonAnswer('It was written before', PostedSchema),
    409: problemAnswer('The id was used for something else, or the conversation has ended'),
    429: problemAnswer('More than a person can write: Retry-After'),
  },
});

const receipts = createRoute({
  method: 'put',
  path: '/api/conversations/{id}/receipts',
  tags,
  summary: 'How far this side has the log',
  request: { params: IdParam, query: z.object(AsQuery), body: jsonBody(ToReceiptsSchema) },
  responses: { ...commonProblems, ...refusals, 204: { description: 'Noted' } },
});

const typing = createRoute({
  method: 'post',
  path: '/api/conversations/{id}/typing',
  tags,
  summary: 'This side is typing; said on, never kept',
  request: { params: IdParam, query: z.object(AsQuery) },
  responses: { ...refusals, 204: { description: 'Said' }, 422: commonProblems[422] },
});

/** Whether the session behind a stream lives on; a stream is opened once and may last for hours. */
function sessionCheck(c: AppContext, parts: Parts, party: Party): () => Promise<boolean> {
  if (party.side === 'customer') return () => isSessionLive(parts, party.who);
  const token = staffToken(c) ?? '';
  return async () => (await findStaffSession(parts, token))?.id === party.staff.id;
}

function cursorOf(c: AppContext, asked: number): number {
  const last = c.req.header('last-event-id');
  return last !== undefined && /^\d{1,15}$/.test(last) ? Number(last) : asked;
}

/** Made apart from the route, so that a stream that lasts for hours does not hold its question. */
const speakOf =
  (
    parts: Parts,
    who: Party,
    id: string,
    from: { after: number; stillThere: () => Promise<boolean> },
  ): Speak =>
  (out) =>
    followConversation(parts, who, id, { ...from, out });

/** The log of a conversation: read, followed and written by both sides. */
export function conversationLogRoutes(app: App, parts: Parts): void {
  const party = async (c: AppContext, as: 'customer' | 'staff' | undefined): Promise<Party> => {
    const who = await partyOf(c, parts, as);
    if (who.side === 'agent') await noteStaffAlive(parts, who.staff.id);
    return who;
  };

  app.openapi(events, async (c) => {
    const { after: from, wait, as } = c.req.valid('query');
    const id = pathId(c.req.valid('param').id);
    const found = await readConversation(parts, await party(c, as), id, {
      after: from,
      waitMs: Math.min(wait, WAIT_MAX_S) * 1000,
      signal: c.req.raw.signal,
    });
    return c.json(found, 200);
  });

  app.openapi(stream, async (c) => {
    const { after: asked, as } = c.req.valid('query');
    const id = pathId(c.req.valid('param').id);
    const who = await party(c, as);
    await readBehind(parts, who, id, Number.MAX_SAFE_INTEGER);
    const stillThere = sessionCheck(c, parts, who);
    return streamEvents(c, speakOf(parts, who, id, { after: cursorOf(c, asked), stillThere }));
  });

  app.openapi(post, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const who = await party(c, c.req.valid('query').as);
    const { outcome, seq } = await postEvent(parts, who, id, c.req.valid('json'));
    return outcome === 'added' ? c.json({ seq }, 201) : c.json({ seq }, 200);
  });

  app.openapi(receipts, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const who = await party(c, c.req.valid('query').as);
    await noteReceipts(parts, who, id, c.req.valid('json'));
    return c.body(null, 204);
  });

  app.openapi(typing, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const who = await party(c, c.req.valid('query').as);
    const row = await readableConversation(parts.store.db, parts, who, id);
    if (mayWrite(who, row)) parts.hints.notify(typingHint(id, who.side));
    return c.body(null, 204);
  });
}
