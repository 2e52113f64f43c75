import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer } from '../http/answers.ts';
import type { App } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { maskPhone } from '../services/customer-view.ts';
import { listSentMessages } from '../store/messages.ts';

const SHOWN = 50;

const MessagesSchema = z
  .object({
    messages: z.array(
      z.object({
        id: z.string(),
        channel: z.enum(['sms', 'wechat']),
        to: z.string().openapi({ example: '138****0001' }),
        text: z.string(),
        at: z.string().openapi({ format: 'date-time' }),
      }),
    ),
  })
  .openapi('DemoMessages');

const list = createRoute({
  method: 'get',
  path: '/api/demo/messages',
  tags: ['demo'],
  summary: 'What the demo has sent, the newest first (not in production)',
  responses: { 200: jsonAnswer('Messages', MessagesSchema) },
});

/** The demo's phone. Not there in production, nor where texts go to real phones: their codes are nobody else's business. */
export function demoRoutes(app: App, parts: Parts): void {
  if (parts.config.appMode === 'production' || parts.sms.kind !== 'demo') return;
  app.openapi(list, async (c) => {
    const messages = await listSentMessages(parts.store.db, parts.seal, SHOWN);
    return c.json(
      {
        messages: messages.map(({ id, channel, to, text, createdAt }) => ({
          id,
          channel,
          to: maskPhone(to),
          text,
          at: new Date(createdAt).toISOString(),
        })),
      },
      200,
    );
  });
}
