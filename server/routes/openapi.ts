import type { App } from '../http/context.ts';

/** What /api/openapi.json says of itself. */
const about = {
  openapi: '3.1.0',
  info: {
    title: 'SilverLane 银龄通道',
    version: '1',
    description:
      'Times are ISO 8601, money is integer 分. Errors are application/problem+json with a stable code. Sessions are same-origin cookies; every creating POST takes Idempotency-Key.',
  },
};

/** Describes every route that was registered before a request comes; made once. */
export function openApiRoutes(app: App): void {
  let made: object | undefined;
  app.get('/api/openapi.json', (c) => {
    made ??= app.getOpenAPI31Document(about);
    return c.json(made, 200);
  });
}
