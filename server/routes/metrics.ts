import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../http/context.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Parts } from '../parts.ts';
import { countWaiting } from '../store/conversations.ts';
import { countWaitingJobs } from '../store/jobs.ts';

const read = createRoute({
  method: 'get',
  path: '/metrics',
  tags: ['operations'],
  summary: 'Figures for Prometheus',
  responses: {
    200: { description: 'Prometheus text', content: { 'text/plain': { schema: z.string() } } },
  },
});

export function metricsRoutes(app: App, parts: Parts, metrics: Metrics): void {
  app.openapi(read, async (c) => {
    const text = metrics.text({
      process_start_time_seconds: Math.round(performance.timeOrigin / 1000),
      process_resident_memory_bytes: process.memoryUsage.rss(),
      silverlane_jobs_waiting: await countWaitingJobs(parts.store.db),
      silverlane_reading_waiting: await countWaitingJobs(parts.store.db, 'read-document'),
      silverlane_reading_seconds_total: parts.reader.figures().seconds,
      silverlane_reading_pictures_total: parts.reader.figures().read,
      silverlane_reading_failures_total: parts.reader.figures().failed,
      silverlane_help_waiting: await countWaiting(parts.store.db),
    });
    return c.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}
