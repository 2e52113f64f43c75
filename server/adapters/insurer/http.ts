import { z } from '@hono/zod-openapi';
import { branchAids, branchLevels } from '#domain/api/branch.ts';
import { callHttp } from '../http-call.ts';
import { InsurerUnavailableError, type Insurer } from './insurer.ts';

/** What the insurer's service answers. Fields that we do not use may be there. */
const CustomerAnswer = z.object({
  ref: z.string(),
  name: z.string().min(1),
  bornOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  isInHardship: z.boolean().default(false),
  policies: z
    .array(z.object({ id: z.string(), product: z.string(), pays: z.array(z.string()) }))
    .default([]),
  cardOnFile: z.object({ bank: z.string(), lastFour: z.string().regex(/^\d{4}$/) }).optional(),
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
 * `POST <url>/claims` with the claim's id as Idempotency-Key. The phone goes in a body: addresses end up in logs.
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
  };
}
