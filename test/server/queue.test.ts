import { expect, test } from 'vitest';
import type { HelpRequest } from '#domain/api/help.ts';
import type { Desk, StaffQueue } from '#domain/api/staff-queue.ts';
import { placeOf } from '#domain/handoff/queue.ts';
import { dispatchOffers } from '#server/services/handoff/dispatch-offers.ts';
import { findLostAgents } from '#server/services/handoff/find-lost-agents.ts';
import { beatLiveStreams } from '#server/services/handoff/presence.ts';
import { entryOf } from '#server/services/handoff/queue-entry.ts';
import { runQueue } from '#server/services/handoff/run-queue.ts';
import { tellPlaces } from '#server/services/handoff/tell-places.ts';
import { beatPresence } from '#server/store/presence.ts';
import { agentOf, asking, askAs, emptyQueue, kindsIn, logOf, say, take } from './support/desk.ts';
import { visit, type Visitor } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { listen } from './support/listen.ts';

describeOnBoth('who is next', (server) => {
  const idOf = async (agent: Visitor) => (await agent.get<{ id: string }>('/api/staff/me')).body.id;
  /** Says that their stream is open, without one. */
  const beThere = async (agents: readonly Visitor[]) => {
    const { parts } = server();
    const ids = await Promise.all(agents.map(idOf));
    await beatPresence(parts.store.db, ids, parts.clock.now());
  };
  const current = async (visitor: Visitor) =>
    (await visitor.get<HelpRequest>('/api/help-requests/current')).body;

  test('staff see who is next and why, take exactly them, and no more than they have room for', async () => {
    await emptyQueue(server());
    const young = await asking(server());
    server().parts.clock.advance(60_000);
    const old = visit(server());
    await old.signIn('13800000002');
    const { id: oldId } = await askAs(old);
    const agent = await agentOf(server(), 'agent1', 2);
    const { body } = await agent.get<StaffQueue>('/api/staff/queue');
    expect(body.nextId).toBe(oldId);
    expect(body.requests.map((row) => [row.conversationId, row.position])).toEqual([
      [oldId, 1],
      [young.id, 2],
    ]);
    expect(body.requests[0]).toMatchObject({
      ageBand: '80plus',
      why: { creditSeconds: 900 },
      maskedPhone: '138****0002',
    });
    const third = await asking(server());
    const taken = [await take(agent), await take(agent), await take(agent)];
    expect(taken.map((reply) => reply.status)).toEqual([200, 200, 204]);
    expect(taken.map((reply) => reply.body.conversationId)).toEqual([oldId, young.id, undefined]);
    expect(await current(third.visitor)).toMatchObject({ position: 1, state: 'waiting' });
    expect(await current(old)).toMatchObject({ state: 'active', position: 0 });
    expect((await current(old)).staffName).toBeTruthy();
  });

  test('thirty-two who take at once: each request is taken once, nobody has more than room for', async () => {
    await emptyQueue(server());
    const agents = [
      await agentOf(server(), 'agent1', 4),
      await agentOf(server(), 'agent2', 4),
      await agentOf(server(), 'supervisor1', 4),
    ];
    const asked: string[] = [];
    for (let at = 0; at < 10; at += 1) asked.push((await asking(server())).id);
    const replies = await Promise.all(
      Array.from({ length: 32 }, (_, at) => take(agents[at % 3] ?? agents[0]!)),
    );
    const taken = replies.flatMap(({ body }) => (body ? [body.conversationId] : []));
    expect([...taken].sort()).toEqual([...asked].sort());
    const { parts } = server();
    const rows = await parts.store.db
      .selectFrom('conversation')
      .select('taken_by')
      .where('state', '=', 'active')
      .execute();
    for (const agent of agents) {
      const id = await idOf(agent);
      expect(rows.filter((row) => row.taken_by === id).length).toBeLessThanOrEqual(4);
    }
  });

  test('an offer goes to one member, passes on after fifteen seconds, and the place is kept', async () => {
    await emptyQueue(server());
    const { parts } = server();
    const first = await agentOf(server(), 'agent1');
    parts.clock.advance(1000);
    const second = await agentOf(server(), 'agent2');
    const { visitor, id } = await asking(server());
    // Not connected: nothing is offered to who cannot see it.
    expect(await dispatchOffers(parts)).toBe(0);
    await beThere([first, second]);
    await Promise.all(Array.from({ length: 8 }, () => dispatchOffers(parts)));
    const offers = () =>
      parts.store.db.selectFrom('offer').selectAll().where('conversation_id', '=', id).execute();
    expect(await offers()).toMatchObject([{ staff_id: await idOf(first), outcome: null }]);
    const [offer] = await offers();
    expect((await second.post(`/api/staff/offers/${offer?.id}/accept`)).status).toBe(404);
    parts.clock.advance(15_000);
    await beThere([first, second]);
    await dispatchOffers(parts);
    const passed = await offers();
    expect(passed.map((one) => one.outcome).sort()).toEqual(['expired', null].sort());
    const live = passed.find((one) => one.outcome === null);
    expect(live?.staff_id).toBe(await idOf(second));
    expect((await first.post(`/api/staff/offers/${offer?.id}/accept`)).body).toMatchObject({
      code: 'offer-gone',
    });
    expect(await current(visitor)).toMatchObject({ position: 1 });
    const accepted = await second.post(`/api/staff/offers/${live?.id}/accept`);
    expect(accepted.body).toEqual({ conversationId: id });
    expect((await second.post(`/api/staff/offers/${live?.id}/accept`)).status).toBe(200);
    expect(kindsIn(await logOf(visitor, id))).toEqual([
      'requested',
      'offered',
      'offer-expired',
      'offered',
      'taken',
    ]);
  });

  test('who misses two offers in a row is away; who declines is asked for others', async () => {
    await emptyQueue(server());
    const { parts } = server();
    const agent = await agentOf(server(), 'agent1', 1);
    const { id } = await asking(server());
    // Asked, missed, left alone for half a minute, asked again, missed again.
    for (const pause of [15_000, 31_000, 15_000]) {
      await beThere([agent]);
      await dispatchOffers(parts);
      parts.clock.advance(pause);
    }
    await dispatchOffers(parts);
    expect((await agent.get('/api/staff/presence')).body).toMatchObject({
      state: 'away',
      missedOffers: true,
    });
    await agent.call('PUT', '/api/staff/presence', { state: 'available' });
    parts.clock.advance(31_000);
    await beThere([agent]);
    await dispatchOffers(parts);
    const offer = await parts.store.db
      .selectFrom('conversation')
      .select('offer_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect((await agent.post(`/api/staff/offers/${offer.offer_id}/decline`)).status).toBe(204);
    await dispatchOffers(parts);
    const after = await parts.store.db
      .selectFrom('conversation')
      .select('offer_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(after.offer_id).toBeNull();
  });

  test('an agent whose line breaks: told within 25 seconds, waiting again at the front within 85', async () => {
    await emptyQueue(server());
    const { parts } = server();
    const agent = await agentOf(server(), 'agent1');
    const { visitor, id } = await asking(server());
    await take(agent);
    parts.clock.advance(60_000);
    await agent.get('/api/staff/queue');
    const other = await asking(server());
    parts.clock.advance(21_000);
    expect(await findLostAgents(parts)).toBe(1);
    expect(kindsIn(await logOf(visitor, id)).slice(-1)).toEqual(['agent-lost']);
    // Back in time: nothing is taken away.
    await agent.get('/api/staff/queue');
    await findLostAgents(parts);
    expect(kindsIn(await logOf(visitor, id)).slice(-1)).toEqual(['agent-back']);
    parts.clock.advance(25_000);
    await findLostAgents(parts);
    parts.clock.advance(59_000);
    await findLostAgents(parts);
    expect(kindsIn(await logOf(visitor, id)).slice(-1)).toEqual(['requeued']);
    expect(await current(visitor)).toMatchObject({ state: 'waiting', position: 1 });
    expect(await current(other.visitor)).toMatchObject({ position: 2 });
    expect((await say(agent, id, 'too late')).status).toBe(404);
  });

  test('the place in the log is the true one each time it changes, and says why when it went back', async () => {
    await emptyQueue(server());
    const { parts } = server();
    const young = await asking(server());
    await tellPlaces(parts);
    parts.clock.advance(60_000);
    const old = visit(server());
    await old.signIn('13800000002');
    await askAs(old);
    await tellPlaces(parts);
    await tellPlaces(parts);
    const places = (await logOf(young.visitor, young.id)).filter((one) => one.kind === 'place');
    expect(places.map((one) => [one.body['position'], one.body['why']])).toEqual([
      [1, undefined],
      [2, 'longer-credit'],
    ]);
  });

  test('the store counts places as the rules do', async () => {
    await emptyQueue(server());
    const { parts } = server();
    const people = [];
    for (let at = 0; at < 12; at += 1) {
      people.push(await asking(server()));
      parts.clock.advance((at % 3) * 1000);
    }
    await parts.store.db
      .updateTable('conversation')
      .set({ credit_ms: 5000 })
      .where('id', 'in', [people[7]!.id, people[9]!.id])
      .execute();
    await parts.store.db
      .updateTable('conversation')
      .set({ not_before: parts.clock.now() + 60_000 })
      .where('id', '=', people[2]!.id)
      .execute();
    const rows = await parts.store.db
      .selectFrom('conversation')
      .selectAll()
      .where('state', '=', 'waiting')
      .execute();
    const queue = rows.map((row) => entryOf(row));
    for (const { visitor, id } of people) {
      expect((await current(visitor)).position).toBe(placeOf(queue, id, parts.clock.now()));
    }
  });

  test('handed to a colleague they are asked first; what was said stays, and the customer is told', async () => {
    await emptyQueue(server());
    const { parts } = server();
    const agent = await agentOf(server(), 'agent1');
    const { visitor, id } = await asking(server());
    await take(agent);
    const colleague = await agentOf(server(), 'agent2');
    const third = await agentOf(server(), 'agent3');
    const { body } = await agent.get<{ colleagues: { id: string; displayName: string }[] }>(
      '/api/staff/colleagues',
    );
    expect(body.colleagues).toHaveLength(6);
    const to = { to: 'staff', staffId: await idOf(colleague), note: 'knows the case' };
    expect((await agent.post(`/api/conversations/${id}/transfer`, to)).status).toBe(204);
    await beThere([third, colleague]);
    await dispatchOffers(parts);
    const row = await parts.store.db
      .selectFrom('conversation')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.offer_to).toBe(await idOf(colleague));
    await colleague.post(`/api/staff/offers/${row.offer_id}/accept`);
    const context = await colleague.get(`/api/staff/conversations/${id}`);
    expect(context.body).toMatchObject({ notes: [{ text: 'knows the case' }], isMine: true });
    const log = await logOf(visitor, id);
    expect(kindsIn(log)).toContain('transferred');
    expect(JSON.stringify(log)).not.toContain('knows the case');
    expect((await agent.get(`/api/staff/conversations/${id}`)).status).toBe(404);
  });

  test('a desk that is open is shown every change, and being open is being there', async () => {
    await emptyQueue(server());
    const { parts, app } = server();
    const agent = await agentOf(server(), 'agent1');
    const desk = await listen(app, agent, '/api/staff/stream');
    await desk.until((one) => one.of('desk').length > 0, 'the desk');
    const { visitor, id } = await asking(server());
    await runQueue(parts);
    await desk.until((one) => one.of<Desk>('desk').some((d) => d.offers.length === 1), 'an offer');
    const offer = desk.of<Desk>('desk').flatMap((d) => d.offers)[0];
    expect(offer).toMatchObject({ conversationId: id, wants: 'chat', ageBand: 'unknown' });
    await agent.post(`/api/staff/offers/${offer?.offerId}/accept`);
    await say(visitor, id, 'hello');
    await desk.until(
      (one) => one.of<Desk>('desk').some((d) => d.conversations[0]?.unread === 1),
      'an unread message',
    );
    // The clock moves by an hour: who is connected is still there.
    parts.clock.advance(3_600_000);
    await beatLiveStreams(parts);
    expect(await findLostAgents(parts)).toBe(0);
    await desk.leave();
    parts.clock.advance(30_000);
    await beatLiveStreams(parts);
    expect(await findLostAgents(parts)).toBe(1);
  });
});
