import { expect, test } from 'vitest';
import type { HelpRequest } from '#domain/api/help.ts';
import { agentOf, asking, emptyQueue, take } from './support/desk.ts';
import type { Visitor } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { auditOf } from './support/staff.ts';

describeOnBoth('whoever is taken before their turn', (server) => {
  const current = async (visitor: Visitor) =>
    (await visitor.get<HelpRequest>('/api/help-requests/current')).body;

  test('is taken for a reason that is kept; who stood before keeps the place', async () => {
    await emptyQueue(server());
    const [first, known] = [await asking(server()), await asking(server())];
    const agent = await agentOf(server(), 'agent1', 2);
    const path = '/api/staff/queue/take';
    const unsaid = await agent.post(path, { conversationId: known.id });
    expect([unsaid.status, unsaid.body]).toMatchObject([422, { code: 'reason-needed' }]);
    const picked = { conversationId: known.id, reason: 'known-to-me' };
    const taken = await agent.post(path, picked);
    expect([taken.status, taken.body]).toEqual([200, { conversationId: known.id }]);
    expect((await agent.post(path, picked)).status).toBe(204);
    const [kept] = await auditOf(server(), 'order-overtaken');
    expect(JSON.parse(kept?.detail ?? '')).toEqual({
      conversation: known.id,
      reason: 'known-to-me',
      overtaken: 1,
    });
    expect((await current(first.visitor)).position).toBe(1);
    expect((await take(agent)).body).toEqual({ conversationId: first.id });
  });
});
