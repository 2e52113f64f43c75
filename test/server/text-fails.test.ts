import { afterEach, expect, test, vi } from 'vitest';
import type { CallbackPlace } from '#domain/api/callback.ts';
import { isOpenAt } from '#domain/handoff/hours.ts';
import { jobHandlers } from '#server/services/job-handlers.ts';
import { runDueJobs } from '#server/services/run-jobs.ts';
import { textPerson } from '#server/services/text-person.ts';
import type { Lng, SmsKey } from '#server/http/words.ts';
import { agentOf, emptyQueue, logOf, take } from './support/desk.ts';
import { visit } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { auditOf } from './support/staff.ts';

const HOUR_MS = 3_600_000;
afterEach(() => vi.restoreAllMocks());

describeOnBoth('a text that cannot be delivered (O3)', (server) => {
  /** The gateway refuses for half a day: longer than any text is tried. */
  const refuseTexts = async (
    to: string,
    purpose: SmsKey,
    values: Record<string, string> = {},
    lng: Lng = 'zh-CN',
  ) => {
    const { parts } = server();
    vi.spyOn(parts.sms, 'send').mockRejectedValue(new Error('the gateway is away'));
    await parts.store.write((tx) => textPerson(tx, parts, { to, purpose, lng, values }));
    for (let hour = 0; hour < 14; hour += 1) {
      await runDueJobs(parts, jobHandlers);
      parts.clock.advance(HOUR_MS);
    }
    vi.restoreAllMocks();
  };

  test('is said on the telephone: a call with a time stands in the queue, and staff read what to say', async () => {
    await emptyQueue(server());
    const customer = visit(server());
    await customer.signIn('13800000008');
    await refuseTexts('13800000008', 'paper-unreadable', { paper: '发票' });
    const { status, body } = await customer.get<CallbackPlace>('/api/callbacks/current');
    expect([status, body]).toMatchObject([200, { state: 'waiting', maskedPhone: '138****0008' }]);
    expect(isOpenAt(Date.parse(body.at ?? ''), server().parts.config.humanHours)).toBe(true);
    server().parts.clock.advance(HOUR_MS);
    const agent = await agentOf(server(), 'agent1');
    const taken = await take(agent);
    const asked = (await logOf(agent, taken.body.conversationId)).find(
      ({ kind }) => kind === 'callback-asked',
    );
    expect(asked).toMatchObject({ actor: 'system' });
    expect(JSON.stringify(asked?.body)).toContain('发票');
    expect(await auditOf(server(), 'callback-asked')).toContainEqual(
      expect.objectContaining({ actor_kind: 'system' }),
    );
  });

  test('is said in the language of the text, also where a Chinese name stands in it', async () => {
    await emptyQueue(server());
    const customer = visit(server());
    await customer.signIn('13800000007');
    await refuseTexts('13800000007', 'paper-unreadable', { paper: '发票' }, 'en');
    const { body } = await customer.get<CallbackPlace>('/api/callbacks/current');
    const { lng } = await server()
      .parts.store.db.selectFrom('callback')
      .select('lng')
      .where('id', '=', body.id)
      .executeTakeFirstOrThrow();
    expect(lng).toBe('en');
  });

  test('is one call, however many texts failed', async () => {
    await emptyQueue(server());
    const customer = visit(server());
    await customer.signIn('13800000009');
    await refuseTexts('13800000009', 'paper-unreadable', { paper: '发票' });
    const first = await customer.get<CallbackPlace>('/api/callbacks/current');
    await refuseTexts('13800000009', 'paper-other', { paper: '发票' });
    const second = await customer.get<CallbackPlace>('/api/callbacks/current');
    expect(second.body.id).toBe(first.body.id);
  });

  test('is let go where it was a code, or went to somebody whom we do not know', async () => {
    await emptyQueue(server());
    const customer = visit(server());
    await customer.signIn('13800000010');
    await refuseTexts('13800000010', 'code', { code: '000000' });
    await refuseTexts('13999999999', 'paper-unreadable', { paper: '发票' });
    expect((await customer.get('/api/callbacks/current')).status).toBe(204);
  });
});
