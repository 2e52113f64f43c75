import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../http/context.ts';
import { problemAnswer } from '../http/schemas.ts';
import {
  deviceOf,
  dropStaffCookie,
  needStaff,
  setStaffCookies,
  staffToken,
} from '../http/staff.ts';
import type { Parts } from '../parts.ts';
import { PASSWORD_MAX } from '../services/passwords.ts';
import { listClaims } from '../services/staff/list-claims.ts';
import { listQueue } from '../services/staff/list-queue.ts';
import { unmaskReasons } from '../services/staff/roles.ts';
import { showClaim } from '../services/staff/show-claim.ts';
import { staffSignIn, staffSignOut } from '../services/staff/staff-sign-in.ts';
import { unmaskField } from '../services/staff/unmask-field.ts';

const tags = ['staff'];
const needsSignIn = problemAnswer('Not signed in as staff');
const needsRole = problemAnswer('Not for this role');

const Member = z
  .object({
    id: z.string(),
    username: z.string(),
    displayName: z.string(),
    role: z.enum(['agent', 'counter', 'supervisor']),
  })
  .openapi('StaffMember');

const summary = {
  id: z.string(),
  number: z.string(),
  flow: z.string(),
  status: z.enum(['received', 'in-review', 'approved', 'paid', 'refused', 'withdrawn']),
  submittedAt: z.string(),
  promiseBy: z.string(),
  customerName: z.string(),
};
const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const Claims = z
  .object({
    claims: z.array(z.object({ ...summary, lane: z.string() })),
    next: z.string().optional().openapi({ description: 'Give it as `after` for the next page' }),
  })
  .openapi('StaffClaims');

const Claim = z
  .object({
    ...summary,
    flowVersion: z.int(),
    lane: z.enum(['green', 'priority', 'standard']),
    laneReasons: z.array(z.string()),
    ruleVersion: z.string(),
    clocks: z.array(z.object({ kind: z.string(), dueAt: z.string() })),
    withdrawUntil: z.string(),
    timeline: z.array(z.object({ at: z.string(), kind: z.string(), actor: z.string() })),
    documents: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        state: z.string(),
        reason: z.string().optional(),
      }),
    ),
    answers: z.record(z.string(), Value),
    maskedPhone: z.string(),
    maskedFields: z.array(z.string()),
  })
  .openapi('StaffClaim');

const Queue = z
  .object({
    requests: z.array(
      z.object({
        conversationId: z.string(),
        state: z.string(),
        position: z.int(),
        page: z.string(),
        step: z.string().optional(),
        flow: z.string().optional(),
        mode: z.string(),
        lng: z.string(),
        customerName: z.string().optional(),
        maskedPhone: z.string().optional(),
        enqueuedAt: z.string(),
        asked: z.int(),
      }),
    ),
  })
  .openapi('StaffQueue');

const id = z.object({ id: z.string().max(100) });
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });

const signIn = createRoute({
  method: 'post',
  path: '/api/staff/sessions',
  tags,
  summary: 'Sign in as staff',
  request: {
    body: {
      required: true,
      content: json(
        z
          .object({
            username: z.string().min(1).max(100),
            password: z.string().min(1).max(PASSWORD_MAX),
          })
          .strict(),
      ),
    },
  },
  responses: {
    200: { description: 'Signed in', content: json(Member) },
    401: problemAnswer('Wrong name or password'),
    429: problemAnswer('Too many wrong ones from this device: Retry-After'),
  },
});

const signOut = createRoute({
  method: 'delete',
  path: '/api/staff/sessions',
  tags,
  summary: 'Sign out',
  responses: { 204: { description: 'Signed out' } },
});

const me = createRoute({
  method: 'get',
  path: '/api/staff/me',
  tags,
  summary: 'Who is signed in',
  responses: { 200: { description: 'A member of staff', content: json(Member) }, 401: needsSignIn },
});

const claims = createRoute({
  method: 'get',
  path: '/api/staff/claims',
  tags,
  summary: 'Claims, newest first',
  request: { query: z.object({ after: z.string().max(200).optional() }) },
  responses: {
    200: { description: 'A page of claims', content: json(Claims) },
    401: needsSignIn,
    403: needsRole,
  },
});

const claim = createRoute({
  method: 'get',
  path: '/api/staff/claims/{id}',
  tags,
  summary: 'One claim, sensitive values masked',
  request: { params: id },
  responses: {
    200: { description: 'The claim', content: json(Claim) },
    401: needsSignIn,
    403: needsRole,
    404: problemAnswer('No such claim'),
  },
});

const unmask = createRoute({
  method: 'post',
  path: '/api/staff/claims/{id}/unmask',
  tags,
  summary: 'Show one masked value for a reason; audited. `phone` is the customer’s telephone',
  request: {
    params: id,
    body: {
      required: true,
      content: json(
        z.object({ field: z.string().min(1).max(100), reason: z.enum(unmaskReasons) }).strict(),
      ),
    },
  },
  responses: {
    200: {
      description: 'The value',
      content: json(z.object({ field: z.string(), value: Value }).openapi('UnmaskedField')),
    },
    401: needsSignIn,
    403: needsRole,
    404: problemAnswer('No such claim'),
    422: problemAnswer('Not a masked field, or no reason of the list'),
  },
});

const queue = createRoute({
  method: 'get',
  path: '/api/staff/queue',
  tags,
  summary: 'Who asked for a person, in the order in which they are taken',
  responses: {
    200: { description: 'The queue', content: json(Queue) },
    401: needsSignIn,
    403: needsRole,
  },
});

export function staffRoutes(app: App, parts: Parts): void {
  app.openapi(signIn, async (c) => {
    const signedIn = await staffSignIn(parts, c.req.valid('json'), deviceOf(c));
    setStaffCookies(c, parts, signedIn);
    return c.json(signedIn.member, 200);
  });
  app.openapi(signOut, async (c) => {
    const token = staffToken(c);
    if (token) await staffSignOut(parts, token);
    dropStaffCookie(c, parts);
    return c.body(null, 204);
  });
  app.openapi(me, async (c) => c.json(await needStaff(c, parts), 200));
  app.openapi(claims, async (c) => {
    await needStaff(c, parts, 'see-claims');
    return c.json(await listClaims(parts, c.req.valid('query').after), 200);
  });
  app.openapi(claim, async (c) => {
    const staff = await needStaff(c, parts, 'see-claims');
    const shown = await showClaim(parts, staff, c.req.valid('param').id);
    return c.json(Claim.parse(shown), 200);
  });
  app.openapi(unmask, async (c) => {
    const staff = await needStaff(c, parts, 'see-claims');
    const { field, value } = await unmaskField(
      parts,
      staff,
      c.req.valid('param').id,
      c.req.valid('json'),
    );
    const shown = typeof value === 'object' ? [...value] : value;
    return c.json({ field, value: shown ?? '' }, 200);
  });
  app.openapi(queue, async (c) => {
    await needStaff(c, parts, 'see-queue');
    return c.json(await listQueue(parts), 200);
  });
}
