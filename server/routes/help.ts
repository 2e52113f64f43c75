import { createRoute, z } from '@hono/zod-openapi';
import { commonProblems, jsonAnswer } from '../http/answers.ts';
import { HelpRequestSchema } from '../http/api-schemas.ts';
import type { App, AppContext } from '../http/context.ts';
import { isForm, jsonOrForm } from '../http/forms.ts';
import { once } from '../http/idempotency.ts';
import { problemAnswer } from '../http/schemas.ts';
import { ensureWho, readWho } from '../http/sessions.ts';
import type { Parts } from '../parts.ts';
import { QUEUE } from '../services/handoff/subjects.ts';
import { readTried } from '../services/handoff/tried.ts';
import { currentHelp, requestHelp, type AskForHelp } from '../services/request-help.ts';

/** Where the person stood. Odd values are left out, never a reason to refuse somebody who asks for help. */
const Where = {
  page: z.string().optional().openapi({ example: '/claims/new/hospital/invoice' }),
  step: z.string().optional(),
  flow: z.string().optional(),
  draftId: z.string().optional(),
  mode: z.string().optional(),
  lng: z.string().optional(),
  dialect: z.string().optional().openapi({ example: 'yue' }),
  tried: z.string().optional().openapi({
    description: 'Ways and error codes, separated by commas',
    example: 'photo,required',
  }),
};
const Ask = z.strictObject(Where).openapi('AskForHelp');
/** A plain form may carry fields of the page around it: they are dropped. */
const AskForm = z.object(Where).openapi('AskForHelpForm');

const ask = createRoute({
  method: 'post',
  path: '/api/help-requests',
  tags: ['help'],
  summary: 'Ask for a person; while one is asked for, the same request comes back',
  request: jsonOrForm(Ask, AskForm),
  responses: {
    201: jsonAnswer('Asked', HelpRequestSchema),
    200: jsonAnswer('It was asked before; this is the same request', HelpRequestSchema),
    303: { description: 'Answer to a plain form: the page of the conversation' },
    ...commonProblems,
    409: problemAnswer('The key was used with another body'),
  },
});

const current = createRoute({
  method: 'get',
  path: '/api/help-requests/current',
  tags: ['help'],
  summary: 'The open request of this person',
  responses: {
    200: jsonAnswer('The request', HelpRequestSchema),
    204: { description: 'None is open' },
  },
});

const word = (value: string | undefined): string | undefined =>
  value !== undefined && /^[\w-]{1,100}$/.test(value) ? value : undefined;

function placeOf(c: AppContext, given: z.infer<typeof AskForm>): AskForHelp {
  const page = given.page ?? '';
  return {
    page: /^\/[\w\-/.~%]{0,199}$/.test(page) ? page : '/',
    step: word(given.step),
    flow: word(given.flow),
    draftId: word(given.draftId),
    mode: given.mode === 'senior' ? 'senior' : 'standard',
    lng: given.lng === 'en' || given.lng === 'zh-CN' ? given.lng : c.get('lng'),
    dialect: word(given.dialect),
    tried: readTried(given.tried),
  };
}

/** Asking for a person. */
export function helpRoutes(app: App, parts: Parts): void {
  const takeRequest = async (c: AppContext, given: z.infer<typeof AskForm>) => {
    const who = await ensureWho(c, parts);
    const answer = await once(c, parts, who, async (tx) => {
      const { request, isNew } = await requestHelp(tx, parts, who, placeOf(c, given));
      return { status: isNew ? 201 : 200, body: request };
    });
    parts.hints.notify(answer.body.conversationId);
    parts.hints.notify(QUEUE);
    return answer;
  };

  app.openapi(ask, async (c) => {
    if (isForm(c)) {
      try {
        const { body } = await takeRequest(c, c.req.valid('form'));
        return c.redirect(`/human/${body.conversationId}`, 303);
      } catch (error) {
        // A browser without script would show JSON: the page with the hotline is what helps now.
        parts.log.error('help-form-failed', error);
        return c.redirect('/human?failed=1', 303);
      }
    }
    const { status, body } = await takeRequest(c, c.req.valid('json'));
    return status === 201 ? c.json(body, 201) : c.json(body, 200);
  });

  app.openapi(current, async (c) => {
    const request = await currentHelp(parts, await readWho(c, parts));
    return request ? c.json(request, 200) : c.body(null, 204);
  });
}
