import { createRoute, z } from '@hono/zod-openapi';
import { commonProblems, jsonAnswer, jsonBody, notFoundProblem, pathId } from '../http/answers.ts';
import { HelpRequestSchema, Id, IdParam } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { AsQuery, partyOf } from '../http/party.ts';
import { problemAnswer } from '../http/schemas.ts';
import { needWho } from '../http/sessions.ts';
import { onceAsStaff } from '../http/idempotency.ts';
import { needStaff } from '../http/staff.ts';
import type { Parts } from '../parts.ts';
import { closeConversation } from '../services/handoff/close-conversation.ts';
import { reopenConversation } from '../services/handoff/reopen-conversation.ts';
import { transferConversation } from '../services/handoff/transfer-conversation.ts';

const tags = ['conversations'];
const refusals = {
  401: problemAnswer('Not signed in as staff'),
  403: problemAnswer('Not in this conversation'),
  ...notFoundProblem,
};

const close = createRoute({
  method: 'post',
  path: '/api/conversations/{id}/close',
  tags,
  summary: 'End it: its customer, or who has it',
  request: { params: IdParam, query: z.object(AsQuery) },
  responses: {
    204: { description: 'Ended' },
    ...refusals,
    409: problemAnswer('A call-back was promised: note first how it went'),
    422: commonProblems[422],
  },
});

const reopen = createRoute({
  method: 'post',
  path: '/api/conversations/{id}/reopen',
  tags,
  summary: 'Go on with one that has ended',
  request: { params: IdParam },
  responses: { 200: jsonAnswer('It waits again', HelpRequestSchema), ...notFoundProblem },
});

const note = z.string().trim().min(1).max(2000).optional();
const transfer = createRoute({
  method: 'post',
  path: '/api/conversations/{id}/transfer',
  tags,
  summary: 'Hand it on: to the queue, to who knows something, to a colleague',
  request: {
    params: IdParam,
    query: z.object(AsQuery),
    body: jsonBody(
      z
        .discriminatedUnion('to', [
          z.strictObject({ to: z.literal('queue'), note }),
          z.strictObject({ to: z.literal('supervisor'), note }),
          z.strictObject({
            to: z.literal('skill'),
            skill: z.string().regex(/^(lng|dialect|flow):[\w-]{1,40}$/),
            note,
          }),
          z.strictObject({ to: z.literal('staff'), staffId: Id, note }),
        ])
        .openapi('Transfer'),
    ),
  },
  responses: { ...commonProblems, ...refusals, 204: { description: 'Handed on' } },
});

/** What is done with a conversation as a whole. */
export function conversationActRoutes(app: App, parts: Parts): void {
  app.openapi(close, async (c) => {
    const who = await partyOf(c, parts, c.req.valid('query').as);
    await closeConversation(parts, who, pathId(c.req.valid('param').id));
    return c.body(null, 204);
  });
  app.openapi(reopen, async (c) => {
    const who = await needWho(c, parts);
    return c.json(await reopenConversation(parts, who, pathId(c.req.valid('param').id)), 200);
  });
  app.openapi(transfer, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    const id = pathId(c.req.valid('param').id);
    const to = c.req.valid('json');
    await onceAsStaff(c, parts, staff, async (within) => {
      await transferConversation(within, staff, id, to);
      return { status: 204, body: null };
    });
    return c.body(null, 204);
  });
}
