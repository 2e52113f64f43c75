import { createRoute, z } from '@hono/zod-openapi';
import {
  commonProblems,
  jsonAnswer,
  jsonBody,
  notFoundProblem,
  pathId,
  signInProblem,
} from '../http/answers.ts';
import { IdempotencyHeader, IdParam } from '../http/api-schemas.ts';
import { ClaimListSchema, ClaimSchema, ReceiptSchema } from '../http/claim-schemas.ts';
import type { App } from '../http/context.ts';
import { once } from '../http/idempotency.ts';
import { problemAnswer } from '../http/schemas.ts';
import { needCustomer } from '../http/sessions.ts';
import type { Parts } from '../parts.ts';
import { readClaims, readOneClaim } from '../services/read-claims.ts';
import { ownDraft } from '../services/read-draft.ts';
import { refreshProfile } from '../services/refresh-profile.ts';
import { JOBS } from '../services/run-jobs.ts';
import { submitClaim } from '../services/submit-claim.ts';
import { finishUploadsOfDraft } from '../services/uploads/finish-upload.ts';

const Ids = z.array(z.string().max(100)).max(50);
const Submit = z
  .strictObject({
    draftId: z.string().max(100),
    confirmations: Ids.openapi({ example: ['answers-checked'] }),
    consents: Ids.openapi({
      description: 'Ids of consents, with or without @version',
      example: ['health-data@1'],
    }),
  })
  .openapi('SubmitClaim');

const submit = createRoute({
  method: 'post',
  path: '/api/claims',
  tags: ['claims'],
  summary: 'Send a draft as a claim',
  request: { headers: IdempotencyHeader, body: jsonBody(Submit) },
  responses: {
    201: jsonAnswer('Received', ReceiptSchema),
    200: jsonAnswer('It was received before; this is the same receipt', ReceiptSchema),
    ...commonProblems,
    ...notFoundProblem,
    ...signInProblem,
    409: problemAnswer('The key was used with another body, or the draft is of a newer program'),
  },
});

const list = createRoute({
  method: 'get',
  path: '/api/claims',
  tags: ['claims'],
  summary: 'My claims, the newest first',
  responses: { 200: jsonAnswer('Claims', ClaimListSchema), ...signInProblem },
});

const read = createRoute({
  method: 'get',
  path: '/api/claims/{id}',
  tags: ['claims'],
  summary: 'One claim: where it stands, what happened, its papers',
  request: { params: IdParam },
  responses: { 200: jsonAnswer('The claim', ClaimSchema), ...notFoundProblem, ...signInProblem },
});

/** A customer's claims. */
export function claimRoutes(app: App, parts: Parts): void {
  app.openapi(submit, async (c) => {
    const who = await needCustomer(c, parts);
    const request = c.req.valid('json');
    const draftId = pathId(request.draftId);
    await ownDraft(parts.store.db, parts, who, draftId);
    await finishUploadsOfDraft(parts, draftId);
    await refreshProfile(parts, who.customerId);
    const answer = await once(c, parts, who, async (tx) => {
      const { receipt, isNew } = await submitClaim(tx, parts, who, {
        ...request,
        lng: c.get('lng'),
      });
      return { status: isNew ? 201 : 200, body: receipt };
    });
    parts.hints.notify(JOBS);
    return answer.status === 201 ? c.json(answer.body, 201) : c.json(answer.body, 200);
  });

  app.openapi(list, async (c) =>
    c.json({ claims: await readClaims(parts, await needCustomer(c, parts)) }, 200),
  );

  app.openapi(read, async (c) => {
    const id = pathId(c.req.valid('param').id);
    return c.json(await readOneClaim(parts, await needCustomer(c, parts), id), 200);
  });
}
