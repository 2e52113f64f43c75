import type { APIRequestContext, Page } from '@playwright/test';
import { expect } from './test.ts';

/** Somebody of the staff, as the desk speaks to the server. */
export async function agentOf(request: APIRequestContext, origin: string) {
  const headers = { Origin: origin };
  const post = (path: string, data: object = {}) => request.post(path, { data, headers });
  expect(
    (await post('/api/staff/sessions', { username: 'agent1', password: 'silverlane-demo' })).ok(),
  ).toBe(true);
  await request.put('/api/staff/presence', {
    data: { state: 'available', capacity: 8 },
    headers,
  });
  let said = 0;
  return {
    take: async (conversationId: string) => {
      // Others of this server's tests may be waiting longer.
      for (let i = 0; i < 30; i += 1) {
        const taken = await post('/api/staff/queue/take');
        if (taken.status() !== 200) break;
        const found = ((await taken.json()) as { conversationId: string }).conversationId;
        if (found === conversationId) return;
        await post(`/api/conversations/${found}/close?as=staff`);
      }
      throw new Error('the queue did not give this conversation');
    },
    say: async (conversationId: string, text: string) => {
      said += 1;
      const answer = await post(`/api/conversations/${conversationId}/events?as=staff`, {
        clientId: `agent-${conversationId}-${said}`,
        kind: 'message',
        body: { text },
      });
      expect(answer.status()).toBe(201);
    },
    /** The kinds of the files that staff get of this conversation, each fetched. */
    filesOf: async (conversationId: string) => {
      const at = `/api/conversations/${conversationId}`;
      const log = await request.get(`${at}/events?as=staff&after=0`);
      const { events } = (await log.json()) as { events: { body: { fileId?: string } }[] };
      const kinds: string[] = [];
      for (const { body } of events) {
        if (!body.fileId) continue;
        const file = await request.get(`${at}/files/${body.fileId}?as=staff`);
        kinds.push(/^\w+\//.exec(file.headers()['content-type'] ?? '')?.[0] ?? '');
      }
      return kinds;
    },
    close: (conversationId: string) => post(`/api/conversations/${conversationId}/close?as=staff`),
  };
}

/** Taps for a person and opens the page of the conversation. @returns its id */
export async function askForPerson(page: Page, mode: string): Promise<string> {
  await page.goto(`/human?mode=${mode}`);
  await page.locator('html[data-ready]').waitFor();
  await page.locator('[data-help="human"]').click();
  await page.locator('[data-help="human-status"]').getByRole('link').click();
  await page.waitForURL(/\/human\/.+/);
  await page.getByRole('list', { name: '您和客服的话' }).waitFor();
  return new URL(page.url()).pathname.split('/').pop() ?? '';
}
