import { createRoute, z } from '@hono/zod-openapi';
import { commonProblems, jsonAnswer, jsonBody, notFoundProblem, pathId } from '../http/answers.ts';
import { DraftSchema, Id, IdParam } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { AsQuery, partyOf } from '../http/party.ts';
import { problemAnswer, ProblemSchema } from '../http/schemas.ts';
import { needWho } from '../http/sessions.ts';
import { ProposalSchema } from '../http/staff-queue-schemas.ts';
import { needStaff } from '../http/staff.ts';
import type { Parts } from '../parts.ts';
import { acceptProposal, declineProposal } from '../services/handoff/answer-proposal.ts';
import { helpedDraft, propose } from '../services/handoff/propose.ts';
import { viewProposal } from '../services/handoff/proposal-view.ts';
import { ownDraft } from '../services/read-draft.ts';
import { listProposals } from '../store/proposals.ts';

const tags = ['proposals'];
const refusals = {
  401: problemAnswer('Not signed in as staff'),
  403: problemAnswer('The customer’s alone, or not for this role'),
  ...notFoundProblem,
};
const ProposalParam = z.object({ id: IdParam.shape.id, pid: Id });

const list = createRoute({
  method: 'get',
  path: '/api/drafts/{id}/proposals',
  tags,
  summary: 'What was proposed for a draft: its customer, or who helps them',
  request: { params: IdParam, query: z.object(AsQuery) },
  responses: {
    200: jsonAnswer(
      'Proposals',
      z.object({ proposals: z.array(ProposalSchema) }).openapi('Proposals'),
    ),
    ...refusals,
    422: commonProblems[422],
  },
});

const make = createRoute({
  method: 'post',
  path: '/api/drafts/{id}/proposals',
  tags,
  summary: 'Propose an answer: staff with an open conversation with its customer',
  request: {
    params: IdParam,
    query: z.object(AsQuery),
    body: jsonBody(
      z
        .strictObject({
          field: z.string().min(1).max(100),
          value: z.union([z.string().max(2000), z.number(), z.boolean()]),
          baseVersion: z.int().min(1),
        })
        .openapi('ToPropose'),
    ),
  },
  responses: {
    ...commonProblems,
    ...refusals,
    201: jsonAnswer('Proposed', ProposalSchema),
    409: problemAnswer('The draft has changed or was sent'),
  },
});

const accept = createRoute({
  method: 'post',
  path: '/api/drafts/{id}/proposals/{pid}/accept',
  tags,
  summary: 'The customer says yes: it becomes their answer',
  request: {
    params: ProposalParam,
    body: jsonBody(z.strictObject({ baseVersion: z.int().min(1) }).openapi('AcceptProposal')),
  },
  responses: {
    ...commonProblems,
    ...notFoundProblem,
    200: jsonAnswer('The draft as saved', DraftSchema),
    409: {
      description: 'The proposal is gone, or the draft has changed (with the present draft)',
      content: {
        'application/problem+json': {
          schema: ProblemSchema.extend({ draft: DraftSchema.optional() }).openapi('AcceptConflict'),
        },
      },
    },
  },
});

const decline = createRoute({
  method: 'post',
  path: '/api/drafts/{id}/proposals/{pid}/decline',
  tags,
  summary: 'The customer says no',
  request: { params: ProposalParam },
  responses: {
    204: { description: 'The draft stays as it is' },
    403: commonProblems[403],
    ...notFoundProblem,
    409: problemAnswer('It was accepted'),
  },
});

/** Help with the form (H8): staff propose, the customer decides. */
export function proposalRoutes(app: App, parts: Parts): void {
  app.openapi(list, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const { db } = parts.store;
    const party = await partyOf(c, parts, c.req.valid('query').as);
    if (party.side === 'agent') await helpedDraft(db, parts, party.staff, id);
    else await ownDraft(db, parts, party.who, id);
    return c.json({ proposals: (await listProposals(db, parts.seal, id)).map(viewProposal) }, 200);
  });
  app.openapi(make, async (c) => {
    const staff = await needStaff(c, parts, 'talk');
    const id = pathId(c.req.valid('param').id);
    return c.json(await propose(parts, staff, id, c.req.valid('json')), 201);
  });
  app.openapi(accept, async (c) => {
    const who = await needWho(c, parts);
    const { id, pid } = c.req.valid('param');
    const { baseVersion } = c.req.valid('json');
    return c.json(await acceptProposal(parts, who, pathId(id), pathId(pid), baseVersion), 200);
  });
  app.openapi(decline, async (c) => {
    const who = await needWho(c, parts);
    const { id, pid } = c.req.valid('param');
    await declineProposal(parts, who, pathId(id), pathId(pid));
    return c.body(null, 204);
  });
}
