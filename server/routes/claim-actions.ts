import { createRoute, z } from '@hono/zod-openapi';
import {
  commonProblems,
  jsonAnswer,
  jsonBody,
  notFoundProblem,
  pathId,
  signInProblem,
} from '../http/answers.ts';
import { Id, IdempotencyHeader, IdParam } from '../http/api-schemas.ts';
import { ClaimSchema } from '../http/claim-schemas.ts';
import type { App, AppContext, Who } from '../http/context.ts';
import { once } from '../http/idempotency.ts';
import { problemAnswer } from '../http/schemas.ts';
import { needCustomer } from '../http/sessions.ts';
import type { Parts } from '../parts.ts';
import { askReview } from '../services/claims/ask-review.ts';
import { proceedClaim } from '../services/claims/proceed-claim.ts';
import { sendPapers } from '../services/claims/send-papers.ts';
import { withdrawClaim } from '../services/claims/withdraw-claim.ts';
import { readOneClaim } from '../services/read-claims.ts';
import { JOBS } from '../services/run-jobs.ts';
import { finishUploadsOfDraft } from '../services/uploads/finish-upload.ts';
import { findClaim } from '../store/claims.ts';
import { ownersOf } from '../http/context.ts';
import type { Tx } from '../store/store.ts';

const request = { params: IdParam, headers: IdempotencyHeader };
const refusals = { ...commonProblems, ...notFoundProblem, ...signInProblem };

const withdraw = createRoute({
  method: 'post',
  path: '/api/claims/{id}/withdraw',
  tags: ['claims'],
  summary: 'Take a claim back, without a reason, until `withdrawUntil`; its draft is open again',
  request,
  responses: {
    ...refusals,
    200: jsonAnswer('Taken back', z.object({ draftId: Id }).openapi('ClaimWithdrawn')),
    409: problemAnswer('`withdraw-window-passed`'),
  },
});

const proceed = createRoute({
  method: 'post',
  path: '/api/claims/{id}/proceed',
  tags: ['claims'],
  summary: 'No more time is needed to take it back: what cannot be undone may start',
  request,
  responses: {
    ...refusals,
    200: jsonAnswer('The claim', ClaimSchema),
    409: problemAnswer('`claim-closed`: it was taken back'),
  },
});

const review = createRoute({
  method: 'post',
  path: '/api/claims/{id}/review',
  tags: ['claims'],
  summary: 'Have another person look at the decision again; what is not paid yet waits',
  request,
  responses: {
    ...refusals,
    200: jsonAnswer('The claim', ClaimSchema),
    409: problemAnswer('`review-not-now`: nothing is decided; `claim-closed`'),
  },
});

const Papers = z
  .strictObject({
    papers: z
      .array(
        z.strictObject({
          field: z.string().min(1).max(100),
          documents: z
            .array(z.string().max(100))
            .max(100)
            .openapi({ description: 'Photos uploaded to the draft of the claim for this field' }),
        }),
      )
      .min(1)
      .max(50),
  })
  .openapi('SendPapers');

const papers = createRoute({
  method: 'post',
  path: '/api/claims/{id}/papers',
  tags: ['claims'],
  summary: 'Send papers that were asked for',
  request: { ...request, body: jsonBody(Papers) },
  responses: {
    ...refusals,
    200: jsonAnswer('The claim', ClaimSchema),
    409: problemAnswer('`papers-not-asked`'),
  },
});

/** What a customer does with a claim that was sent. */
export function claimActionRoutes(app: App, parts: Parts): void {
  /** Does it once for a key and tells the claim as it is then. */
  const act = async (
    c: AppContext,
    path: string,
    work: (tx: Tx, who: Required<Who>, id: string) => Promise<void>,
  ) => {
    const id = pathId(path);
    const who = await needCustomer(c, parts);
    await once(c, parts, who, async (tx) => {
      await work(tx, who, id);
      return { status: 200, body: {} };
    });
    parts.hints.notify(JOBS);
    return readOneClaim(parts, who, id);
  };

  app.openapi(withdraw, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const who = await needCustomer(c, parts);
    const { body } = await once(c, parts, who, async (tx) => ({
      status: 200,
      body: await withdrawClaim(tx, parts, who, id),
    }));
    parts.hints.notify(JOBS);
    return c.json(body, 200);
  });
  app.openapi(proceed, async (c) =>
    c.json(
      await act(c, c.req.valid('param').id, (tx, who, id) => proceedClaim(tx, parts, who, id)),
      200,
    ),
  );
  app.openapi(review, async (c) =>
    c.json(
      await act(c, c.req.valid('param').id, (tx, who, id) => askReview(tx, parts, who, id)),
      200,
    ),
  );
  app.openapi(papers, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const who = await needCustomer(c, parts);
    const claim = await findClaim(parts.store.db, parts.seal, id, ownersOf(who));
    // What was sent up is made into photos first, so that their true state is judged.
    if (claim) await finishUploadsOfDraft(parts, claim.draft_id);
    const sent = c.req.valid('json').papers;
    return c.json(await act(c, id, (tx, owner) => sendPapers(tx, parts, owner, id, sent)), 200);
  });
}
