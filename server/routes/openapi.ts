import type { App } from '../http/context.ts';

const refusal = {
  description: 'Any other refusal',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

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

function describe(app: App): object {
  const document = app.getOpenAPI31Document(about);
  const operations = Object.values(document.paths ?? {}).flatMap((path) => [
    path.get,
    path.post,
    path.patch,
    path.delete,
    path.head,
    path.put,
  ]);
  // Whatever goes wrong anywhere is told in the same shape.
  for (const operation of operations) {
    if (operation) operation.responses = { ...operation.responses, default: refusal };
  }
  return document;
}

/** Describes every route that was registered before a request comes; made once. */
export function openApiRoutes(app: App): void {
  let made: object | undefined;
  app.get('/api/openapi.json', (c) => {
    made ??= describe(app);
    return c.json(made, 200);
  });
}
