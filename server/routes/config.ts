import { createRoute, z } from '@hono/zod-openapi';
import { chinaDay } from '#domain/lane/age.ts';
import { jsonAnswer } from '../http/answers.ts';
import type { App } from '../http/context.ts';
import type { Parts } from '../parts.ts';

const ConfigSchema = z
  .object({
    hotline: z.string(),
    appMode: z.enum(['demo', 'production', 'test']),
    today: z
      .string()
      .openapi({ description: "The business day by the server's clock", example: '2026-11-21' }),
    flows: z.array(z.string()),
    recordingDays: z.int().optional().openapi({
      description: 'Calls may be recorded with a yes to each, and are kept so long; absent: never',
    }),
  })
  .openapi('Config');

const read = createRoute({
  method: 'get',
  path: '/api/config',
  tags: ['pages'],
  summary: 'What a page needs to know of this server',
  responses: { 200: jsonAnswer('Configuration', ConfigSchema) },
});

export function configRoutes(app: App, parts: Parts): void {
  const { recording } = parts.config.voice;
  app.openapi(read, (c) =>
    c.json(
      {
        hotline: parts.config.hotline,
        appMode: parts.config.appMode,
        today: chinaDay(parts.clock.now()),
        flows: parts.flows.map((flow) => flow.id),
        ...(recording ? { recordingDays: recording.days } : {}),
      },
      200,
    ),
  );
}
