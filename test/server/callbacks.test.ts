import { expect, test } from 'vitest';
import type { CallbackPlace, CallbackTimes } from '#domain/api/callback.ts';
import type { StaffCallback } from '#domain/api/staff-queue.ts';
import type { Problem } from '#domain/api/problem.ts';
import { runDueJobs } from '#server/services/run-jobs.ts';
import { jobHandlers } from '#server/services/job-handlers.ts';
import { agentOf, asking, emptyQueue, kindsIn, logOf, take } from './support/desk.ts';
import { visit, type Visitor } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { auditOf } from './support/staff.ts';

const PHONE = '13912345678';

describeOnBoth('being called back', (server) => {
  const ask = (visitor: Visitor, body: object = { phone: PHONE }) =>
    visitor.post<CallbackPlace & Problem>('/api/callbacks', body);
  const texts = async () => {
    await runDueJobs(server().parts, jobHandlers);
    const { body } = await visit(server()).get<{ messages: { to: string; purpose: string }[] }>(
      '/api/test/outbox',
    );
    return body.messages.filter((one) => one.to === PHONE).map((one) => one.purpose);
  };

  test('it is a place in the one queue: who waits keeps theirs, and asked again it is the same one', async () => {
    await emptyQueue(server());
    const { visitor, id } = await asking(server());
    await asking(server());
    const first = await ask(visitor);
    expect([first.status, first.body]).toMatchObject([
      201,
      { conversationId: id, position: 1, maskedPhone: '139****5678', tries: 0, state: 'waiting' },
    ]);
    const again = await ask(visitor);
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    const current = await visitor.get<CallbackPlace>('/api/callbacks/current');
    expect(current.body).toMatchObject({ id: first.body.id, position: 1 });
    expect((await visitor.get('/api/help-requests/current')).body).toMatchObject({
      callback: { id: first.body.id },
    });
    expect((await visit(server()).get('/api/callbacks/current')).status).toBe(204);
    expect(await texts()).toContain('callback-soon');
  });

  test('without a number it is asked for one; a signed-in customer is called on their own', async () => {
    const nobody = await ask(visit(server()), {});
    expect([nobody.status, nobody.body.code]).toEqual([422, 'phone-needed']);
    expect((await ask(visit(server()), { phone: '123' })).body.code).toBe('phone-invalid');
    const known = visit(server());
    await known.signIn('13800000007');
    expect((await ask(known, {})).body.maskedPhone).toBe('138****0007');
  });

  test('a chosen time lies within the hours, is reminded of by text, and is due then and not before', async () => {
    await emptyQueue(server());
    const { parts } = server();
    const visitor = visit(server());
    const { body } = await visitor.get<CallbackTimes>('/api/callbacks/times');
    const at = body.times[3] ?? '';
    const asked = await ask(visitor, { phone: PHONE, at });
    expect(asked.body).toMatchObject({ at: new Date(at).toISOString(), position: 0 });
    const past = await ask(visitor, { phone: PHONE, at: '2020-01-01T10:00:00+08:00' });
    expect(past.body.code).toBe('callback-outside-hours');
    expect((await take(await agentOf(server()))).status).toBe(204);
    const before = (await texts()).filter((one) => one === 'callback-reminder').length;
    parts.clock.advance(Date.parse(at) - parts.clock.now() - 10 * 60_000);
    expect((await texts()).filter((one) => one === 'callback-reminder')).toHaveLength(before + 1);
    parts.clock.advance(10 * 60_000);
    expect((await visitor.get('/api/callbacks/current')).body).toMatchObject({ position: 1 });
    const agent = await agentOf(server());
    expect((await take(agent)).body.conversationId).toBe(asked.body.conversationId);
  });

  test('three tries, then a supervisor decides; each try is told', async () => {
    await emptyQueue(server());
    const { parts } = server();
    const { visitor, id } = await asking(server());
    const { body } = await ask(visitor);
    const agent = await agentOf(server());
    const tried = (who: Visitor, outcome: string) =>
      who.post<StaffCallback & Problem>(`/api/staff/callbacks/${body.id}/tries`, { outcome });
    expect((await tried(agent, 'busy')).body.code).toBe('callback-not-taken');
    expect((await agent.post(`/api/staff/callbacks/${body.id}/phone`)).status).toBe(404);
    for (const [at, outcome] of ['no-answer', 'busy', 'no-answer'].entries()) {
      expect((await take(agent)).body).toEqual({ conversationId: id });
      expect((await agent.post(`/api/staff/callbacks/${body.id}/phone`)).body).toEqual({
        phone: PHONE,
      });
      const reply = await tried(agent, outcome);
      expect([reply.status, reply.body.tries.length]).toEqual([200, at + 1]);
      expect((await take(agent)).status).toBe(204);
      parts.clock.advance(16 * 60_000);
    }
    expect((await take(agent)).status).toBe(204);
    expect((await auditOf(server(), 'callback-phone-seen')).length).toBeGreaterThanOrEqual(3);
    expect(await texts()).toEqual(expect.arrayContaining(['callback-missed', 'callback-left']));
    const supervisor = await agentOf(server(), 'supervisor1');
    const left = await supervisor.get<{ callbacks: StaffCallback[] }>(
      '/api/staff/callbacks?state=left',
    );
    expect(left.body.callbacks.map((one) => one.id)).toContain(body.id);
    const decision = { outcome: 'try-again', note: 'her neighbour says she is in hospital' };
    const path = `/api/staff/callbacks/${body.id}/decide`;
    expect((await agent.post(path, decision)).status).toBe(403);
    expect((await supervisor.post(path, decision)).body).toMatchObject({ state: 'waiting' });
    expect((await take(agent)).body).toEqual({ conversationId: id });
    const close = `/api/conversations/${id}/close?as=staff`;
    expect((await agent.post<Problem>(close)).body.code).toBe('callback-open');
    expect((await tried(agent, 'reached')).body.state).toBe('done');
    expect((await agent.post(close)).status).toBe(204);
    const log = await logOf(visitor, id);
    expect(kindsIn(log).filter((kind) => kind.startsWith('callback'))).toEqual([
      'callback-asked',
      'callback-tried',
      'callback-tried',
      'callback-tried',
      'callback-left',
      'callback-tried',
      'callback-done',
    ]);
    expect(JSON.stringify(log)).not.toContain('neighbour');
  });

  test('called off it is off, also by a second tap; somebody else cannot do it', async () => {
    await emptyQueue(server());
    const { visitor } = await asking(server());
    const { body } = await ask(visitor);
    expect((await visit(server()).post(`/api/callbacks/${body.id}/cancel`)).status).toBe(404);
    const other = await asking(server());
    expect((await other.visitor.post(`/api/callbacks/${body.id}/cancel`)).status).toBe(404);
    for (let tap = 0; tap < 2; tap += 1)
      expect((await visitor.post(`/api/callbacks/${body.id}/cancel`)).status).toBe(204);
    expect((await visitor.get('/api/callbacks/current')).status).toBe(204);
    expect((await visitor.get('/api/help-requests/current')).body).toMatchObject({
      state: 'waiting',
      position: 1,
    });
  });

  test('asked for before signing in, it is theirs on every device after', async () => {
    await emptyQueue(server());
    const phone = visit(server());
    const { body } = await ask(phone);
    await phone.signIn('13800000008');
    server().parts.clock.advance(120_000);
    const tablet = visit(server());
    await tablet.signIn('13800000008');
    expect((await tablet.get('/api/callbacks/current')).body).toMatchObject({ id: body.id });
  });
});
