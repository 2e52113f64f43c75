import { createRoute, z } from '@hono/zod-openapi';
import { staffClaimLists } from '#domain/api/staff.ts';
import { commonProblems, jsonAnswer, jsonBody, notFoundProblem, pathId } from '../http/answers.ts';
import { AnswerValueSchema, IdParam } from '../http/api-schemas.ts';
import { StaffClaimRowSchema, StaffClaimSchema } from '../http/staff-schemas.ts';
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
import { unmaskReasons } from '../services/staff/roles.ts';
import { showClaim } from '../services/staff/show-claim.ts';
import { staffSignIn, staffSignOut } from '../services/staff/staff-sign-in.ts';
import { unmaskField } from '../services/staff/unmask-field.ts';

const tags = ['staff'];
const needsSignIn = problemAnswer('Not signed in as staff');
const refusals = { 401: needsSignIn, 403: problemAnswer('Not for this role') };

const Member = z
  .object({
    id: z.string(),
    username: z.string(),
    displayName: z.string(),
    role: z.enum(['agent', 'counter', 'supervisor']),
  })
  .openapi('StaffMember');

const Claims = z
  .object({
    claims: z.array(StaffClaimRowSchema),
    next: z.string().optional().openapi({ description: 'Give it as `after` for the next page' }),
  })
  .openapi('StaffClaims');

const Unmasked = z.object({ field: z.string(), value: AnswerValueSchema }).openapi('UnmaskedField');

const signIn = createRoute({
  method: 'post',
  path: '/api/staff/sessions',
  tags,
  summary: 'Sign in as staff',
  request: {
    body: jsonBody(
      z
        .strictObject({
          username: z.string().min(1).max(100),
          password: z.string().min(1).max(PASSWORD_MAX),
        })
        .openapi('StaffSignIn'),
    ),
  },
  responses: {
    ...commonProblems,
    200: jsonAnswer('Signed in', Member),
    401: problemAnswer('Wrong name or password'),
    429: problemAnswer('Too many wrong ones from this device: Retry-After'),
    503: problemAnswer('Too many sign-ins at once: Retry-After'),
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
  responses: { 200: jsonAnswer('A member of staff', Member), 401: needsSignIn },
});

const claims = createRoute({
  method: 'get',
  path: '/api/staff/claims',
  tags,
  summary: 'Claims: late ones first, then the newest',
  request: {
    query: z.object({
      after: z.string().max(200).optional(),
      show: z.enum(staffClaimLists).optional().openapi({
        description:
          '`to-do`: something waits for staff; `mine`: in charge of them; all unless said',
      }),
    }),
  },
  responses: { 200: jsonAnswer('A page of claims', Claims), ...refusals },
});

const claim = createRoute({
  method: 'get',
  path: '/api/staff/claims/{id}',
  tags,
  summary: 'One claim, sensitive values masked',
  request: { params: IdParam },
  responses: { 200: jsonAnswer('The claim', StaffClaimSchema), ...refusals, ...notFoundProblem },
});

const unmask = createRoute({
  method: 'post',
  path: '/api/staff/claims/{id}/unmask',
  tags,
  summary: 'Show one masked value for a reason; audited. `phone` is the telephone of the customer',
  request: {
    params: IdParam,
    body: jsonBody(
      z
        .strictObject({ field: z.string().min(1).max(100), reason: z.enum(unmaskReasons) })
        .openapi('Unmask'),
    ),
  },
  responses: {
    ...commonProblems,
    200: jsonAnswer('The value', Unmasked),
    ...refusals,
    ...notFoundProblem,
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
    const staff = await needStaff(c, parts, 'see-claims');
    const { after, show } = c.req.valid('query');
    return c.json(await listClaims(parts, staff, { after, show }), 200);
  });
  app.openapi(claim, async (c) => {
    const staff = await needStaff(c, parts, 'see-claims');
    return c.json(await showClaim(parts, staff, pathId(c.req.valid('param').id)), 200);
  });
  app.openapi(unmask, async (c) => {
    const staff = await needStaff(c, parts, 'see-claims');
    const id = pathId(c.req.valid('param').id);
    return c.json(await unmaskField(parts, staff, id, c.req.valid('json')), 200);
  });
}
