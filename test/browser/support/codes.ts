import type { Page } from '@playwright/test';

interface OutboxMessage {
  to: string;
  text: string;
  at: string;
}

async function codesOf(page: Page, phone: string): Promise<string[]> {
  const answer = await page.request.get('/api/test/outbox');
  const { messages } = (await answer.json()) as { messages: OutboxMessage[] };
  return messages
    .filter((message) => message.to === phone)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .flatMap((message) => /(?<!\d)\d{6}(?!\d)/.exec(message.text)?.[0] ?? []);
}

/**
 * The code that `ask` makes the server send to this phone: read from the test server's outbox, as a person reads it
 * from an SMS. Some minutes pass before, so that nobody has asked too often.
 */
export async function codeSentTo(
  page: Page,
  phone: string,
  ask: () => Promise<void>,
): Promise<string> {
  await page.request.post('/api/test/clock', { data: { advanceSeconds: 3700 } });
  const before = (await codesOf(page, phone)).length;
  await ask();
  for (let i = 0; i < 300; i += 1) {
    const codes = await codesOf(page, phone);
    if (codes.length > before) return codes.at(-1) ?? '';
    await page.waitForTimeout(100);
  }
  throw new Error(`no code was sent to ${phone}`);
}
