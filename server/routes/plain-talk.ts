import { createRoute, z } from '@hono/zod-openapi';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { commonProblems, notFoundProblem, pathId } from '../http/answers.ts';
import { IdParam } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { needWho } from '../http/sessions.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { readableConversation } from '../services/handoff/party.ts';
import { postEvent } from '../services/handoff/post-event.ts';

/** What a plain form brings; checked in the handler, since its answer is a page and not JSON. */
const Form = z.object({ text: z.string().optional(), clientId: z.string().optional() });
const Said = z.object({
  text: z.string().trim().min(1).max(handoffLimits.textLength),
  clientId: z.string().regex(/^[\w-]{1,100}$/),
});

const say = createRoute({
  method: 'post',
  path: '/api/conversations/{id}/messages',
  tags: ['conversations'],
  summary: 'Say something by a plain form, from a page without script',
  request: {
    params: IdParam,
    body: {
      required: false,
      content: { 'application/x-www-form-urlencoded': { schema: Form.openapi('SayByForm') } },
    },
  },
  responses: {
    303: { description: 'The page of the conversation' },
    ...commonProblems,
    ...notFoundProblem,
  },
});

/** A conversation without script (H1). */
export function plainTalkRoutes(app: App, parts: Parts): void {
  app.openapi(say, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const party = { side: 'customer', who: await needWho(c, parts) } as const;
    await readableConversation(parts.store.db, parts, party, id);
    const said = Said.safeParse(c.req.valid('form'));
    const page = (query: string) => c.redirect(`/human/${id}?${query}#talk-plain`, 303);
    if (!said.success) return page('said=failed');
    const { text, clientId } = said.data;
    try {
      await postEvent(parts, party, id, { clientId, kind: 'message', body: { text } });
    } catch (error) {
      // A browser without script would show JSON: the page says what to do instead.
      if (!(error instanceof ProblemError)) parts.log.error('message-form-failed', error);
      return page('said=failed');
    }
    return page(`at=${parts.clock.now()}`);
  });
}
