import { z } from '@hono/zod-openapi';
import { branchAids, branchLevels } from '#domain/api/branch.ts';
import { callHttp } from '../http-call.ts';
import { InsurerUnavailableError, type Insurer } from './insurer.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Fen = z.int().min(1);
const Policy = z.object({
  id: z.string(),
  product: z.string(),
  pays: z.array(z.string()),
  insured: z
    .array(
      z.object({
        id: z.string().min(1).max(100),
        name: z.string().min(1),
        relation: z.enum(['self', 'spouse', 'parent', 'child', 'other']).default('other'),
        bornOn: Day.optional(),
      }),
    )
    .optional(),
  from: Day.optional(),
  to: Day.optional(),
  limitFen: Fen.optional(),
});
const EarlierClaim = z.object({
  flow: z.string(),
  payout: z.enum(['cardOnFile', 'passbook', 'counter', 'postalOrder']).optional(),
  hospital: z.string().optional(),
});
const HospitalRecord = z.object({
  id: z.string().min(1).max(200),
  insuredId: z.string().optional(),
  hospital: z.string().min(1),
  admittedOn: Day,
  dischargedOn: Day.optional(),
  totalFen: Fen.optional(),
  cause: z.enum(['illness', 'accident']).optional(),
});

/**
 * What the insurer's service answers. Fields that we do not use may be there. Only `ref` and `name` are needed: an
 * insurer starts small, and what it does not tell is asked.
 */
const CustomerAnswer = z.object({
  ref: z.string(),
  name: z.string().min(1),
  bornOn: Day.optional(),
  isInHardship: z.boolean().default(false),
  policies: z.array(Policy).default([]),
  cardOnFile: z.object({ bank: z.string(), lastFour: z.string().regex(/^\d{4}$/) }).optional(),
  earlierClaims: z.array(EarlierClaim).optional(),
  hospitalRecords: z.array(HospitalRecord).optional(),
});
const BranchesAnswer = z.object({
  branches: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      level: z.enum(branchLevels),
      address: z.string(),
      phone: z.string(),
      hours: z.string(),
      aids: z.array(z.enum(branchAids)),
    }),
  ),
});

/** There is no answer that refuses: what is not approved in full is looked at by a person (C9). */
const AssessmentAnswer = z.union([
  z.object({ outcome: z.literal('approve'), amountFen: z.int().min(1) }),
  z.object({ outcome: z.literal('person') }),
]);
const PaymentAnswer = z.object({ state: z.enum(['paid', 'ready']) });

async function orUnavailable<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof InsurerUnavailableError) throw cause;
    throw new InsurerUnavailableError(`the insurer's service: ${what} failed`, { cause });
  }
}

function expectOk(response: Response): Response {
  if (!response.ok)
    throw new InsurerUnavailableError(`the insurer's service answered ${response.status}`);
  return response;
}

/**
 * The insurer's core behind HTTP: `POST <url>/customers/lookup { phone }` (404: unknown), `GET <url>/branches`,
 * `POST <url>/claims`, `…/claims/recalls { id }` and `…/claims/assessments` with the claim's id as Idempotency-Key,
 * `POST <url>/payments` with the order's. The phone goes in a body: addresses end up in logs.
 */
export function createHttpInsurer(options: {
  url: string;
  token?: string;
  timeoutMs?: number;
}): Insurer {
  const base = options.url.replace(/\/+$/, '');
  const { token, timeoutMs } = options;
  return {
    kind: 'http',
    findCustomer: (phone) =>
      orUnavailable('looking a customer up', async () => {
        const response = await callHttp({
          method: 'POST',
          url: `${base}/customers/lookup`,
          body: { phone },
          token,
          timeoutMs,
          tries: 2,
        });
        if (response.status === 404) return undefined;
        return CustomerAnswer.parse(await expectOk(response).json());
      }),
    listBranches: () =>
      orUnavailable('listing branches', async () => {
        const response = await callHttp({
          method: 'GET',
          url: `${base}/branches`,
          token,
          timeoutMs,
        });
        return BranchesAnswer.parse(await expectOk(response).json()).branches;
      }),
    deliverClaim: (claim) =>
      orUnavailable('taking a claim', async () => {
        const response = await callHttp({
          method: 'POST',
          url: `${base}/claims`,
          body: claim,
          idempotencyKey: claim.id,
          token,
          timeoutMs,
        });
        // 409: it has the claim already.
        if (response.status !== 409) expectOk(response);
      }),
    recallClaim: (id) =>
      orUnavailable('recalling a claim', async () => {
        const response = await callHttp({
          method: 'POST',
          url: `${base}/claims/recalls`,
          body: { id },
          idempotencyKey: id,
          token,
          timeoutMs,
        });
        // 404: it never had the claim.
        if (response.status !== 404) expectOk(response);
      }),
    assess: (claim) =>
      orUnavailable('assessing a claim', async () => {
        const response = await callHttp({
          method: 'POST',
          url: `${base}/claims/assessments`,
          body: claim,
          idempotencyKey: claim.id,
          token,
          timeoutMs,
        });
        return AssessmentAnswer.parse(await expectOk(response).json());
      }),
    pay: (order) =>
      orUnavailable('paying', async () => {
        const response = await callHttp({
          method: 'POST',
          url: `${base}/payments`,
          body: order,
          idempotencyKey: order.id,
          token,
          timeoutMs,
        });
        // 422: it cannot pay this by itself (an account that is closed): somebody looks after it.
        if (response.status === 422) return 'ready';
        return PaymentAnswer.parse(await expectOk(response).json()).state;
      }),
  };
}
