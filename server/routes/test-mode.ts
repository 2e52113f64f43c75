import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody } from '../http/answers.ts';
import type { App } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { jobHandlers } from '../services/job-handlers.ts';
import { runDueJobs } from '../services/run-jobs.ts';
import { listSentMessages } from '../store/messages.ts';

const ClockSchema = z
  .object({ now: z.string().openapi({ format: 'date-time' }) })
  .openapi('TestClock');
const OutboxSchema = z
  .object({
    messages: z.array(
      z.object({
        id: z.string(),
        channel: z.enum(['sms', 'wechat']),
        purpose: z.string(),
        to: z.string(),
        text: z.string(),
        at: z.string().openapi({ format: 'date-time' }),
      }),
    ),
  })
  .openapi('TestOutbox');

const clock = createRoute({
  method: 'post',
  path: '/api/test/clock',
  tags: ['test'],
  summary: "Move the server's clock on (APP_MODE=test only)",
  request: {
    body: jsonBody(
      z
        .strictObject({
          advanceSeconds: z
            .number()
            .min(0)
            .max(400 * 24 * 3600),
        })
        .openapi('AdvanceClock'),
    ),
  },
  responses: { 200: jsonAnswer('The time now', ClockSchema) },
});

const outbox = createRoute({
  method: 'get',
  path: '/api/test/outbox',
  tags: ['test'],
  summary: 'What was sent, codes included, the newest first (APP_MODE=test only)',
  responses: { 200: jsonAnswer('Messages', OutboxSchema) },
});

/** Only in `APP_MODE=test`, which the configuration refuses with a public address. */
export function testModeRoutes(app: App, parts: Parts): void {
  const { advance } = parts.clock;
  if (parts.config.appMode !== 'test' || !advance) return;

  app.openapi(clock, (c) => {
    advance(c.req.valid('json').advanceSeconds * 1000);
    return c.json({ now: new Date(parts.clock.now()).toISOString() }, 200);
  });

  app.openapi(outbox, async (c) => {
    // What was asked for a moment ago is sent by a job: a test should not have to wait for its turn.
    while ((await runDueJobs(parts, jobHandlers)) > 0);
    const messages = await listSentMessages(parts.store.db, parts.seal, 500);
    return c.json(
      {
        messages: messages.map(({ id, channel, purpose, to, text, createdAt }) => ({
          id,
          channel,
          purpose,
          to,
          text,
          at: new Date(createdAt).toISOString(),
        })),
      },
      200,
    );
  });
}
