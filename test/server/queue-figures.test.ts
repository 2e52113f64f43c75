import { expect, test } from 'vitest';
import type { ServiceFigures } from '#domain/api/service-figures.ts';
import type { QueueFigures } from '#domain/api/staff-queue.ts';
import { agentOf, asking, emptyQueue, take } from './support/desk.ts';
import { visit } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';

describeOnBoth('how long people wait', (server) => {
  test('figures are for supervisors: waits by age group, and what was answered in time', async () => {
    await emptyQueue(server());
    const supervisor = await agentOf(server(), 'supervisor1');
    const agent = await agentOf(server(), 'agent1');
    await asking(server());
    await take(agent);
    await asking(server());
    expect((await agent.get('/api/staff/queue/figures')).status).toBe(403);
    const { body } = await supervisor.get<QueueFigures>('/api/staff/queue/figures');
    expect(body.groups.map((group) => group.ageBand)).toEqual([
      'all',
      'under60',
      '60to79',
      '80plus',
      'unknown',
    ]);
    expect(body.slots).toBe(6);
    expect(body.groups[0]).toMatchObject({ answered: 1, waiting: 1, within15: 1, abandoned: 0 });
  });

  test('a supervisor sees how often somebody was taken before their turn, how many stood before them, and why', async () => {
    await emptyQueue(server());
    const supervisor = await agentOf(server(), 'supervisor1');
    const agent = await agentOf(server(), 'agent1', 8);
    await asking(server());
    await asking(server());
    const { id } = await asking(server());
    const figures = async () =>
      (await supervisor.get<QueueFigures>('/api/staff/queue/figures')).body.picked;
    expect(await figures()).toMatchObject({ times: 0, overtaken: 0 });
    await take(agent);
    await agent.post('/api/staff/queue/take', { conversationId: id, reason: 'urgent' });
    const picked = await figures();
    expect(picked).toMatchObject({ times: 1, overtaken: 1 });
    expect(picked.reasons.filter(({ times }) => times > 0)).toEqual([
      { reason: 'urgent', times: 1 },
    ]);
  });

  test('anybody may read the same figures, and who is there is not among them (H9)', async () => {
    await emptyQueue(server());
    const supervisor = await agentOf(server(), 'supervisor1');
    const agent = await agentOf(server(), 'agent2');
    await asking(server());
    await take(agent);
    server().parts.clock.advance(61_000);
    const { body } = await visit(server()).get<ServiceFigures>('/api/service-figures');
    const seen = await supervisor.get<QueueFigures>('/api/staff/queue/figures');
    expect(body.groups).toEqual(seen.body.groups);
    expect(Object.keys(body)).toEqual(['since', 'groups']);
  });
});
