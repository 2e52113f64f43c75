import { expect, test } from 'vitest';
import { describeOnBoth } from './support/harness.ts';

describeOnBoth('health', (server) => {
  test('the server says that it is up and that its store answers', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const answer = await server().app.request(path);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ status: 'ok' });
    }
  });

  test('a path that does not exist and a method that does not fit are told apart', async () => {
    const unknown = await server().app.request('/api/nothing-here');
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('content-type')).toContain('application/problem+json');
    const wrong = await server().app.request('/healthz', { method: 'PUT' });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toContain('GET');
  });
});
