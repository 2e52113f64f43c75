import { createRoute, z, type RouteConfig } from '@hono/zod-openapi';
import { payoutCallOutcomes } from '../store/claim-work.ts';
import { commonProblems, jsonAnswer, jsonBody, notFoundProblem, pathId } from '../http/answers.ts';
import { IdempotencyHeader, IdParam } from '../http/api-schemas.ts';
import type { App, AppContext } from '../http/context.ts';
import { once } from '../http/idempotency.ts';
import { problemAnswer } from '../http/schemas.ts';
import { needStaff } from '../http/staff.ts';
import { StaffClaimSchema } from '../http/staff-schemas.ts';
import type { Parts } from '../parts.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import { typedNames } from '#domain/papers/typed.ts';
import { JOBS } from '../services/run-jobs.ts';
import { askPapers } from '../services/staff/claims/ask-papers.ts';
import { decideByStaff } from '../services/staff/claims/decide.ts';
import { payOut, takeCharge, takePapers } from '../services/staff/claims/handle-claim.ts';
import { notePayoutCall } from '../services/staff/claims/payout-call.ts';
import { typePaper } from '../services/staff/claims/type-paper.ts';
import type { StaffPower } from '../services/staff/roles.ts';
import { showClaim } from '../services/staff/show-claim.ts';
import type { Tx } from '../store/store.ts';

const Decision = z
  .strictObject({
    outcome: z.enum(['approved', 'partly-approved', 'refused']),
    amountFen: z.int().min(1).max(100_000_000_000).optional(),
    clause: z
      .string()
      .max(300)
      .optional()
      .openapi({ description: 'As it is named in the contract; for all but a full approval' }),
    words: z
      .string()
      .max(1000)
      .optional()
      .openapi({ description: 'Why, in plain words for the customer' }),
  })
  .openapi('StaffDecision');

const PapersRequest = z
  .strictObject({
    papers: z
      .array(z.strictObject({ field: z.string().max(100), reason: z.string().max(300) }))
      .min(1)
      .max(30),
  })
  .openapi('PapersRequest');

const Typed = z
  .strictObject({
    documentId: z.string().max(100),
    name: z.enum(typedNames),
    value: z.string().min(1).max(100).openapi({ description: 'As it stands on the paper' }),
  })
  .openapi('TypedPaper');
const Call = z.strictObject({ outcome: z.enum(payoutCallOutcomes) }).openapi('PayoutCall');
const Here = z
  .strictObject({ fields: z.array(z.string().max(100)).min(1).max(30) })
  .openapi('PapersHere');

/** A route that acts on a claim and tells it as it is then. */
function action<P extends string, B extends z.ZodType>(
  path: P,
  summary: string,
  conflict: string,
  body: B,
) {
  return createRoute({
    method: 'post',
    path,
    tags: ['staff'],
    summary,
    request: { params: IdParam, headers: IdempotencyHeader, body: jsonBody(body) },
    responses: {
      ...commonProblems,
      ...notFoundProblem,
      200: jsonAnswer('The claim', StaffClaimSchema),
      401: problemAnswer('Not signed in as staff'),
      403: problemAnswer('Not for this role'),
      409: problemAnswer(conflict),
    },
  } satisfies RouteConfig);
}

const Nothing = z.strictObject({}).openapi('NothingMore');
const decision = action(
  '/api/staff/claims/{id}/decision',
  'Decide. A refusal, whole or in part, names the clause and says why in plain words',
  '`claim-decided`, `claim-closed`; `review-other-person`: who decided does not look again',
  Decision,
);
const papers = action(
  '/api/staff/claims/{id}/papers-request',
  'Ask for papers of the list: once, all of them, each with its reason',
  '`papers-asked-already`, `claim-decided`, `claim-closed`',
  PapersRequest,
);
const here = action(
  '/api/staff/claims/{id}/papers-here',
  'Papers that were asked for came on paper',
  '`papers-not-asked`',
  Here,
);
const call = action(
  '/api/staff/claims/{id}/payout-call',
  'What came of the call on the old number about a changed account',
  '`payout-call-not-now`',
  Call,
);
const paidOut = action(
  '/api/staff/claims/{id}/paid-out',
  'Money that lay ready was handed out',
  '`payout-not-ready`',
  Nothing,
);
const typed = action(
  '/api/staff/claims/{id}/typed',
  'Type what a photo says that could not be read; kept beside what was read',
  'None so far',
  Typed,
);
const charge = action(
  '/api/staff/claims/{id}/in-charge',
  'Take charge of a claim; its customer is told',
  '`claim-closed`',
  Nothing,
);

/** What staff do with a claim. Each is done once for a key, audited, and answered with the claim as it is then. */
export function staffClaimActionRoutes(app: App, parts: Parts): void {
  const act = async (
    c: AppContext,
    path: string,
    power: StaffPower,
    work: (tx: Tx, staff: StaffMember, id: string) => Promise<void>,
  ) => {
    const staff = await needStaff(c, parts, power);
    const id = pathId(path);
    // Keys of staff are their own: no session of a customer has a member's id.
    await once(c, parts, { sessionId: staff.id }, async (tx) => {
      await work(tx, staff, id);
      return { status: 200, body: {} };
    });
    parts.hints.notify(JOBS);
    return showClaim(parts, staff, id, { isAfterAction: true });
  };
  app.openapi(decision, async (c) => {
    const asked = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, 'decide-claims', (tx, staff, id) =>
      decideByStaff(tx, parts, staff, id, asked),
    );
    return c.json(answer, 200);
  });
  app.openapi(papers, async (c) => {
    const asked = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, 'decide-claims', (tx, staff, id) =>
      askPapers(tx, parts, staff, id, asked),
    );
    return c.json(answer, 200);
  });
  app.openapi(here, async (c) => {
    const { fields } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, 'handle-claims', (tx, staff, id) =>
      takePapers(tx, parts, staff, id, fields),
    );
    return c.json(answer, 200);
  });
  app.openapi(call, async (c) => {
    const { outcome } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, 'decide-claims', (tx, staff, id) =>
      notePayoutCall(tx, parts, staff, id, outcome),
    );
    return c.json(answer, 200);
  });
  app.openapi(paidOut, async (c) => {
    const answer = await act(c, c.req.valid('param').id, 'handle-claims', (tx, staff, id) =>
      payOut(tx, parts, staff, id),
    );
    return c.json(answer, 200);
  });
  app.openapi(typed, async (c) => {
    const asked = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, 'handle-claims', (tx, staff, id) =>
      typePaper(tx, parts, staff, id, asked),
    );
    return c.json(answer, 200);
  });
  app.openapi(charge, async (c) => {
    const answer = await act(c, c.req.valid('param').id, 'decide-claims', (tx, staff, id) =>
      takeCharge(tx, parts, staff, id),
    );
    return c.json(answer, 200);
  });
}
