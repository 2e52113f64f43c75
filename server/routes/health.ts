import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../http/context.ts';
import { ProblemError } from '../http/problem.ts';
import { problemAnswer } from '../http/schemas.ts';
import type { Parts } from '../parts.ts';

const Up = z.object({ status: z.literal('ok') }).openapi('Up');
const Ready = Up.extend({
  reader: z.enum(['starting', 'ready', 'none']).openapi({
    description: 'Whether papers are read; `none` is no fault: fields are asked, staff read',
  }),
  scanner: z.enum(['clamd', 'down', 'none']).openapi({
    description: '`down`: photos wait, being checked; `none`: nothing is looked through, demo only',
  }),
}).openapi('Ready');
const content = { 'application/json': { schema: Up } };

const healthz = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['operations'],
  summary: 'The process is up',
  responses: { 200: { description: 'Up', content } },
});

const readyz = createRoute({
  method: 'get',
  path: '/readyz',
  tags: ['operations'],
  summary: 'The store answers',
  responses: {
    200: { description: 'Ready', content: { 'application/json': { schema: Ready } } },
    503: problemAnswer('The store does not answer'),
  },
});

export function healthRoutes(app: App, parts: Parts): void {
  app.openapi(healthz, (c) => c.json({ status: 'ok' as const }, 200));
  app.openapi(readyz, async (c) => {
    try {
      await parts.store.ping();
    } catch (cause) {
      throw new ProblemError('store-unavailable', 503, { cause, headers: { 'retry-after': '5' } });
    }
    const { scanner } = parts;
    const look = (await scanner.isUp()) ? scanner.kind : ('down' as const);
    return c.json({ status: 'ok' as const, reader: parts.reader.state(), scanner: look }, 200);
  });
}
