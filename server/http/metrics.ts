import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { AppEnv } from './context.ts';

/** Upper ends of the time histogram, seconds. */
const BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Series {
  count: number;
  seconds: number;
  buckets: number[];
}

export interface Metrics {
  count: MiddlewareHandler<AppEnv>;
  /** Prometheus text of requests by method, route and status, with `gauges` behind. */
  text(gauges: Readonly<Record<string, number>>): string;
}

/** Counts requests of one app. Labels are route patterns, never paths: an id is nobody's business here. */
export function createMetrics(): Metrics {
  const series = new Map<string, Series>();
  const count: MiddlewareHandler<AppEnv> = async (c, next) => {
    const from = performance.now();
    await next();
    const seconds = (performance.now() - from) / 1000;
    const route = c.res.status === 404 ? 'none' : routePath(c, -1);
    const labels = `method="${c.req.method}",route="${route.replace(/["\\\n]/g, '')}",status="${c.res.status}"`;
    const one = series.get(labels) ?? { count: 0, seconds: 0, buckets: BUCKETS.map(() => 0) };
    one.count += 1;
    one.seconds += seconds;
    BUCKETS.forEach((end, at) => {
      if (seconds <= end) one.buckets[at] = (one.buckets[at] ?? 0) + 1;
    });
    series.set(labels, one);
  };
  const text: Metrics['text'] = (gauges) => {
    const lines = ['# TYPE http_request_duration_seconds histogram'];
    for (const [labels, one] of series) {
      BUCKETS.forEach((end, at) =>
        lines.push(
          `http_request_duration_seconds_bucket{${labels},le="${end}"} ${one.buckets[at]}`,
        ),
      );
      lines.push(`http_request_duration_seconds_bucket{${labels},le="+Inf"} ${one.count}`);
      lines.push(`http_request_duration_seconds_sum{${labels}} ${one.seconds.toFixed(6)}`);
      lines.push(`http_request_duration_seconds_count{${labels}} ${one.count}`);
    }
    for (const [name, value] of Object.entries(gauges))
      lines.push(`# TYPE ${name} gauge`, `${name} ${value}`);
    return `${lines.join('\n')}\n`;
  };
  return { count, text };
}
