import { createRoute, z } from '@hono/zod-openapi';
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import type { App } from '../http/context.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Parts } from '../parts.ts';
import { countWaiting } from '../store/conversations.ts';
import { countWaitingJobs } from '../store/jobs.ts';

/** It is asked so often whether the process is late. */
const LAG_STEP_MS = 20;

const read = createRoute({
  method: 'get',
  path: '/metrics',
  tags: ['operations'],
  summary: 'Figures for Prometheus',
  responses: {
    200: { description: 'Prometheus text', content: { 'text/plain': { schema: z.string() } } },
  },
});

let watched: IntervalHistogram | undefined;

/** How late the process was for what it had to do, since it was last asked, s: named as prom-client names it. */
function lagGauges(): Record<string, number> {
  watched ??= monitorEventLoopDelay({ resolution: LAG_STEP_MS });
  watched.enable();
  const lag = (nanoseconds: number): number =>
    Math.max(0, Number.isFinite(nanoseconds) ? nanoseconds / 1e9 - LAG_STEP_MS / 1000 : 0);
  const gauges = {
    nodejs_eventloop_lag_p50_seconds: lag(watched.percentile(50)),
    nodejs_eventloop_lag_p99_seconds: lag(watched.percentile(99)),
    nodejs_eventloop_lag_max_seconds: lag(watched.max),
  };
  watched.reset();
  return gauges;
}

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
      ...lagGauges(),
    });
    return c.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}
