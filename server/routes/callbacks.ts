import { createRoute, z } from '@hono/zod-openapi';
import { callbackTimes, isOpenAt } from '#domain/handoff/hours.ts';
import { commonProblems, jsonAnswer, notFoundProblem, pathId } from '../http/answers.ts';
import { IdParam } from '../http/api-schemas.ts';
import type { App, AppContext } from '../http/context.ts';
import { ownersOf } from '../http/context.ts';
import { CallbackPlaceSchema, CallbackTimesSchema } from '../http/conversation-schemas.ts';
import { isForm, jsonOrForm } from '../http/forms.ts';
import { once } from '../http/idempotency.ts';
import { problemAnswer } from '../http/schemas.ts';
import { ensureWho, needWho, readWho } from '../http/sessions.ts';
import type { Parts } from '../parts.ts';
import { askCallback, viewCallbackPlace } from '../services/handoff/ask-callback.ts';
import { cancelCallback } from '../services/handoff/cancel-callback.ts';
import { tellQueue } from '../services/handoff/queue-entry.ts';
import { JOBS } from '../services/run-jobs.ts';
import { openCallbackOf } from '../store/callbacks.ts';
import { findOpenConversation } from '../store/conversations.ts';

const tags = ['call-backs'];

const Ask = z
  .strictObject({
    at: z.iso.datetime({ offset: true }).optional().openapi({
      description: 'A chosen time within the hours; absent: as soon as it is their turn',
    }),
    phone: z
      .string()
      .regex(/^1[3-9]\d{9}$/, 'phone-invalid')
      .optional()
      .openapi({ description: 'Absent: the number of the signed-in customer' }),
    page: z
      .string()
      .regex(/^\/[\w\-/.~%]{0,199}$/)
      .optional(),
  })
  .openapi('AskForCallback');

/** A plain form of the page for whoever has no script. A number may be written in any digits and with gaps. */
const AskForm = z
  .object({ phone: z.string().optional(), page: z.string().optional() })
  .openapi('AskForCallbackForm');
const PAGE_OF_FORM = /^\/human\/[\w-]{1,100}$/;

const ask = createRoute({
  method: 'post',
  path: '/api/callbacks',
  tags,
  summary:
    'Ask to be called: a place in the queue that outlives the page; asked again it is changed',
  request: jsonOrForm(Ask, AskForm),
  responses: {
    ...commonProblems,
    303: { description: 'Answer to a plain form: the page of the conversation' },
    201: jsonAnswer('Asked', CallbackPlaceSchema),
    200: jsonAnswer('Changed', CallbackPlaceSchema),
    409: problemAnswer('The key was used with another body'),
  },
});

const times = createRoute({
  method: 'get',
  path: '/api/callbacks/times',
  tags,
  summary: 'Times that may be chosen',
  responses: { 200: jsonAnswer('Times', CallbackTimesSchema) },
});

const current = createRoute({
  method: 'get',
  path: '/api/callbacks/current',
  tags,
  summary: 'The call-back of this person that is not over',
  responses: {
    200: jsonAnswer('The call-back', CallbackPlaceSchema),
    204: { description: 'None was asked for' },
  },
});

const cancel = createRoute({
  method: 'post',
  path: '/api/callbacks/{id}/cancel',
  tags,
  summary: 'No call is wanted any more',
  request: { params: IdParam },
  responses: {
    204: { description: 'Cancelled' },
    ...notFoundProblem,
    409: problemAnswer('It is over'),
  },
});

/** Being called back (H3). */
export function callbackRoutes(app: App, parts: Parts): void {
  const take = async (c: AppContext, { at, phone, page }: z.infer<typeof Ask>) => {
    const who = await ensureWho(c, parts);
    const answer = await once(c, parts, who, async (tx) => {
      const { callback, isNew } = await askCallback(tx, parts, who, {
        ...(at === undefined ? {} : { at: Date.parse(at) }),
        phone,
        page: page ?? '/human',
        lng: c.get('lng'),
      });
      return { status: isNew ? 201 : 200, body: callback };
    });
    tellQueue(parts, [answer.body.conversationId]);
    parts.hints.notify(JOBS);
    return answer;
  };
  app.openapi(ask, async (c) => {
    if (isForm(c)) {
      const form = c.req.valid('form');
      const page = PAGE_OF_FORM.test(form.page ?? '') ? form.page : undefined;
      const written = (form.phone ?? '').normalize('NFKC').replace(/[\s-]/g, '');
      const read = Ask.safeParse({ page, ...(written === '' ? {} : { phone: written }) });
      try {
        if (!read.success) throw read.error;
        const { body } = await take(c, read.data);
        return c.redirect(`/human/${body.conversationId}`, 303);
      } catch (error) {
        // A browser without script would show JSON: the page says what to do instead. An odd number is nobody's failure.
        if (read.success) parts.log.error('callback-form-failed', error);
        return c.redirect(`${page ?? '/human'}?call=failed`, 303);
      }
    }
    const { status, body } = await take(c, c.req.valid('json'));
    return status === 201 ? c.json(body, 201) : c.json(body, 200);
  });
  app.openapi(times, (c) => {
    const now = parts.clock.now();
    const { humanHours } = parts.config;
    return c.json(
      {
        times: callbackTimes(now, humanHours).map((at) => new Date(at).toISOString()),
        isOpen: isOpenAt(now, humanHours),
      },
      200,
    );
  });
  app.openapi(current, async (c) => {
    const who = await readWho(c, parts);
    const { db } = parts.store;
    const row = who && (await findOpenConversation(db, ownersOf(who)));
    const callback = row && (await openCallbackOf(db, row.id));
    return callback
      ? c.json(await viewCallbackPlace(db, parts, callback, row), 200)
      : c.body(null, 204);
  });
  app.openapi(cancel, async (c) => {
    await cancelCallback(parts, await needWho(c, parts), pathId(c.req.valid('param').id));
    return c.body(null, 204);
  });
}
