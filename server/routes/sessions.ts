import { createRoute, z } from '@hono/zod-openapi';
import { commonProblems, jsonAnswer, jsonBody, signInProblem } from '../http/answers.ts';
import { CustomerAnswer, DisplaySchema } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { ProblemError } from '../http/problem.ts';
import { problemAnswer } from '../http/schemas.ts';
import { dropSessionCookie, needCustomer, readWho, setSessionCookie } from '../http/sessions.ts';
import type { Parts } from '../parts.ts';
import { viewCustomer } from '../services/customer-view.ts';
import { keepDisplay } from '../services/keep-display.ts';
import { sendCode } from '../services/send-code.ts';
import { customerOf, signIn } from '../services/sign-in.ts';
import { deleteSession } from '../store/sessions.ts';

/** Mobile numbers of the mainland. Spaces, hyphens and +86 are how people write them. */
const Phone = z
  .string()
  .max(30)
  .transform((phone) => phone.replace(/[\s-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, ''))
  .refine((phone) => /^1\d{10}$/.test(phone), 'phone-invalid')
  .openapi({ type: 'string', example: '13800000001' });
const Code = z
  .string()
  .max(20)
  .transform((code) => code.replace(/\s/g, ''))
  .refine((code) => /^\d{6}$/.test(code), 'code-invalid')
  .openapi({ type: 'string', example: '123456' });

const askCode = createRoute({
  method: 'post',
  path: '/api/sessions/codes',
  tags: ['sign-in'],
  summary: 'Send a code of six digits to a phone',
  request: { body: jsonBody(z.strictObject({ phone: Phone }).openapi('AskCode')) },
  responses: {
    204: { description: 'Sent, or on its way' },
    ...commonProblems,
    429: problemAnswer('Asked too often for this phone; see Retry-After'),
  },
});

const begin = createRoute({
  method: 'post',
  path: '/api/sessions',
  tags: ['sign-in'],
  summary: 'Sign in by phone and code',
  request: {
    body: jsonBody(
      z
        .strictObject({
          phone: Phone,
          code: Code,
          isLent: z.boolean().optional().openapi({
            description: "The phone is somebody else's: two hours, and forgotten with the window",
          }),
        })
        .openapi('SignIn'),
    ),
  },
  responses: { 200: jsonAnswer('Signed in', CustomerAnswer), ...commonProblems },
});

const end = createRoute({
  method: 'delete',
  path: '/api/sessions',
  tags: ['sign-in'],
  summary: 'Sign out',
  responses: {
    204: { description: 'Signed out, also when nobody was signed in' },
    403: commonProblems[403],
  },
});

const me = createRoute({
  method: 'get',
  path: '/api/me',
  tags: ['sign-in'],
  summary: 'Who is signed in',
  responses: { 200: jsonAnswer('The customer', CustomerAnswer), ...signInProblem },
});

const chooseDisplay = createRoute({
  method: 'put',
  path: '/api/me/display',
  tags: ['sign-in'],
  summary: 'Keep how the person chose their pages to look',
  request: { body: jsonBody(DisplaySchema) },
  responses: {
    200: jsonAnswer('The customer', CustomerAnswer),
    ...commonProblems,
    ...signInProblem,
  },
});

/** Sign-in by phone and code. */
export function sessionRoutes(app: App, parts: Parts): void {
  app.openapi(askCode, async (c) => {
    await sendCode(parts, c.req.valid('json').phone, c.get('lng'));
    return c.body(null, 204);
  });

  app.openapi(begin, async (c) => {
    const { phone, code, isLent } = c.req.valid('json');
    const before = await readWho(c, parts);
    const { customer, token, who } = await signIn(parts, before, phone, code, isLent);
    setSessionCookie(c, parts, token, isLent);
    c.set('who', who);
    return c.json({ customer: viewCustomer(parts, customer) }, 200);
  });

  app.openapi(end, async (c) => {
    const who = await readWho(c, parts);
    if (who) await deleteSession(parts.store.db, who.sessionId);
    dropSessionCookie(c);
    return c.body(null, 204);
  });

  app.openapi(me, async (c) => {
    const { customerId } = await needCustomer(c, parts);
    const customer = await customerOf(parts, customerId);
    if (!customer) throw new ProblemError('sign-in-needed', 401);
    return c.json({ customer: viewCustomer(parts, customer) }, 200);
  });

  app.openapi(chooseDisplay, async (c) => {
    const { customerId } = await needCustomer(c, parts);
    const customer = await keepDisplay(parts, customerId, c.req.valid('json'));
    return c.json({ customer: viewCustomer(parts, customer) }, 200);
  });
}
