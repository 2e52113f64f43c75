import { expect, test } from 'vitest';
import { flows } from '#domain/claims/flows.ts';
import { describeOnBoth } from './support/harness.ts';
import { visit } from './support/customer.ts';
import { documentOf } from './support/openapi.ts';

describeOnBoth('the document of the API', (server) => {
  test('names every route that there is, and no other', async () => {
    const { app } = server();
    const { paths } = await documentOf(app);
    const said = Object.entries(paths).flatMap(([path, methods]) =>
      // HEAD is answered by the route of GET.
      Object.keys(methods).map(
        (method) => `${method.toUpperCase().replace('HEAD', 'GET')} ${path}`,
      ),
    );
    const there = app.routes
      .filter((route) => route.method !== 'ALL' && !route.path.endsWith('*'))
      .map((route) => `${route.method} ${route.path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`)
      // The document itself, and what a browser or a tus client asks before it asks.
      .filter((route) => route !== 'GET /api/openapi.json' && !route.startsWith('OPTIONS '));
    expect([...new Set(said)].sort()).toEqual([...new Set(there)].sort());
  });

  test('is OpenAPI 3.1 and says of each route what it does and how it may fail', async () => {
    const document = (await (await server().app.request('/api/openapi.json')).json()) as {
      openapi: string;
    };
    expect(document.openapi).toBe('3.1.0');
    const { paths } = await documentOf(server().app);
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        expect([method, path, operation['summary']]).not.toContain(undefined);
        expect(Object.keys(operation['responses'] as object).length).toBeGreaterThan(0);
      }
    }
  });

  test('the small answers are as it says too', async () => {
    const visitor = visit(server());
    for (const path of [
      '/healthz',
      '/readyz',
      '/metrics',
      '/api/config',
      '/api/branches',
      '/api/service-figures',
      '/api/drafts',
      '/api/demo/messages',
    ]) {
      expect([path, (await visitor.get(path)).status]).toEqual([path, 200]);
    }
    expect((await visitor.get('/api/help-requests/current')).status).toBe(204);
    expect((await visitor.get('/api/me')).status).toBe(401);
    const branches = await visitor.get<{ branches: { level: string; aids: string[] }[] }>(
      '/api/branches',
    );
    expect(branches.body.branches.map((branch) => branch.level)).toEqual([
      'province',
      'city',
      'county',
    ]);
    expect((await visitor.get<{ flows: string[] }>('/api/config')).body.flows).toEqual(
      flows.map((flow) => flow.id),
    );
  });

  test('a check that finds nothing wrong would find something wrong', async () => {
    const { check } = await documentOf(server().app);
    const wrong = (body: object, status = 200) =>
      check(
        'GET',
        '/api/config',
        new Response(JSON.stringify(body), {
          status,
          headers: { 'content-type': 'application/json' },
        }),
      );
    await expect(wrong({ hotline: 1 })).rejects.toThrow(/not as the document says/);
    await expect(
      wrong({ hotline: '1', appMode: 'test', today: '2026-11-21', flows: [], extra: 1 }),
    ).rejects.toThrow(/extra/);
    await expect(wrong({}, 202)).rejects.toThrow(/not in the document/);
  });
});
