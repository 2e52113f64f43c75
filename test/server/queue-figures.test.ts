import { expect, test } from 'vitest';
import type { QueueFigures } from '#domain/api/staff-queue.ts';
import { agentOf, asking, emptyQueue, take } from './support/desk.ts';
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
});
