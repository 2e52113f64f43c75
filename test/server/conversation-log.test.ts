import { describe, expect, test } from 'vitest';
import type { StreamHello } from '#domain/api/conversation.ts';
import type { StreamEvent } from '#domain/handoff/events.ts';
import { createHints, type HintReceiver } from '#server/services/hints.ts';
import { sweepHints } from '#server/services/handoff/sweep-hints.ts';
import { payloadsOf } from '#server/store/hint-bus.ts';
import { agentOf, asking, kindsIn, logOf, say, takeThis } from './support/desk.ts';
import { describeOnBoth, makeServer } from './support/harness.ts';
import { listen } from './support/listen.ts';
import { auditOf } from './support/staff.ts';
import { visit } from './support/customer.ts';

describeOnBoth('writing to each other', (server) => {
  test('what both sides write is one log without a gap, and each can be sent again and again', async () => {
    const agent = await agentOf(server(), 'agent1', 8);
    const { visitor, id } = await asking(server());
    await takeThis(agent, id);
    const first = await say(visitor, id, '我想问一下', 'a-1');
    expect(first.status).toBe(201);
    expect((await say(agent, id, '您好，请讲')).status).toBe(201);
    const again = await say(visitor, id, '我想问一下', 'a-1');
    expect([again.status, again.body.seq]).toEqual([200, first.body.seq]);
    const other = await say(visitor, id, '别的话', 'a-1');
    expect([other.status, other.body.code]).toEqual([409, 'client-id-reused']);
    const events = await logOf(visitor, id);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, at) => at + 1));
    expect(kindsIn(events)).toEqual(['requested', 'taken', 'message', 'message']);
    expect(await logOf(agent, id)).toEqual(events);
  });

  test('words, a file or both: nothing is no message, a stranger to the conversation finds none', async () => {
    const { visitor, id } = await asking(server());
    expect((await say(visitor, id, '   ')).status).toBe(422);
    const empty = await visitor.post(`/api/conversations/${id}/events`, {
      clientId: 'x',
      kind: 'message',
      body: {},
    });
    expect(empty.body).toMatchObject({ errors: [{ code: 'message-empty' }] });
    const foreign = await visitor.post(`/api/conversations/${id}/events`, {
      clientId: 'y',
      kind: 'message',
      body: { fileId: server().parts.ids.id() },
    });
    expect(foreign.body).toMatchObject({ code: 'file-not-usable' });
    expect((await say(visit(server()), id, 'hello')).status).toBe(404);
    const { visitor: stranger } = await asking(server());
    expect((await say(stranger, id, 'hello')).status).toBe(404);
  });

  test('thirty messages a minute by one account; another one at the same address is not held up', async () => {
    const { visitor, id } = await asking(server());
    const statuses: number[] = [];
    for (let at = 0; at < 31; at += 1) statuses.push((await say(visitor, id, `${at}`)).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(30);
    const last = await say(visitor, id, 'one more');
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '10']);
    expect((await logOf(visitor, id)).map((event) => event.seq)).toHaveLength(31);
    const { visitor: other, id: otherId } = await asking(server());
    expect((await say(other, otherId, 'hello')).status).toBe(201);
    server().parts.clock.advance(61_000);
    expect((await say(visitor, id, 'again')).status).toBe(201);
  });

  test('a conversation that has ended takes no words, goes on with one tap, and is still the same one', async () => {
    const agent = await agentOf(server(), 'agent1', 8);
    const { visitor, id } = await asking(server());
    await takeThis(agent, id);
    const kept = await say(visitor, id, 'before', 'kept');
    expect((await agent.post(`/api/conversations/${id}/close?as=staff`)).status).toBe(204);
    expect((await say(visitor, id, 'after')).body.code).toBe('conversation-closed');
    expect((await say(visitor, id, 'before', 'kept')).body.seq).toBe(kept.body.seq);
    expect((await say(agent, id, 'after')).status).toBe(409);
    const reopened = await visitor.post(`/api/conversations/${id}/reopen`);
    expect(reopened.body).toMatchObject({ conversationId: id, state: 'waiting', position: 1 });
    expect((await say(visitor, id, 'after')).status).toBe(201);
    expect((await visitor.post(`/api/conversations/${id}/reopen`)).status).toBe(200);
    expect(kindsIn(await logOf(visitor, id)).slice(-3)).toEqual(['closed', 'reopened', 'message']);
  });

  test('it never ends for slow typing: only a person ends it, or a day without a word', async () => {
    const { visitor, id } = await asking(server());
    const { parts } = server();
    const { closeStale } = await import('#server/services/handoff/close-conversation.ts');
    parts.clock.advance(23 * 3_600_000);
    await closeStale(parts);
    expect((await say(visitor, id, 'slowly')).status).toBe(201);
    parts.clock.advance(23 * 3_600_000);
    await closeStale(parts);
    expect((await visitor.get('/api/help-requests/current')).status).toBe(200);
    parts.clock.advance(25 * 3_600_000);
    await closeStale(parts);
    expect((await logOf(visitor, id)).slice(-1)).toMatchObject([
      { kind: 'closed', body: { reason: 'day-passed' } },
    ]);
  });

  test("consent is the customer's alone: staff are refused and it is written down", async () => {
    const { visitor, id } = await asking(server());
    const agent = await agentOf(server(), 'agent1', 8);
    await takeThis(agent, id);
    const consent = { what: 'recording', given: true, notice: 1 };
    const body = { clientId: 'c', kind: 'consent', body: consent };
    const refused = await agent.post(`/api/conversations/${id}/events`, body);
    expect(refused.body).toMatchObject({ status: 403, code: 'staff-may-not' });
    expect(await auditOf(server(), 'staff-refused')).toMatchObject([{ subject_id: id }]);
    expect((await visitor.post(`/api/conversations/${id}/events`, body)).status).toBe(201);
    const pointed = { clientId: 'p', kind: 'pointed', body: { draftId: id, step: 'invoice' } };
    expect((await visitor.post(`/api/conversations/${id}/events`, pointed)).status).toBe(422);
    expect((await agent.post(`/api/conversations/${id}/events`, pointed)).status).toBe(201);
  });

  test('ticks: what was delivered and read only goes forward, and never past the end', async () => {
    const { visitor, id } = await asking(server());
    await say(visitor, id, 'one');
    const receipts = async () =>
      (await visitor.get<{ receipts: unknown }>(`/api/conversations/${id}/events`)).body.receipts;
    await visitor.call('PUT', `/api/conversations/${id}/receipts`, { deliveredTo: 2, readTo: 1 });
    expect(await receipts()).toMatchObject({ customer: { deliveredTo: 2, readTo: 2 } });
    await visitor.call('PUT', `/api/conversations/${id}/receipts`, { readTo: 99 });
    expect(await receipts()).toMatchObject({ customer: { deliveredTo: 2, readTo: 2 } });
    await visitor.call('PUT', `/api/conversations/${id}/receipts`, { readTo: 0 });
    expect(await receipts()).toMatchObject({ customer: { readTo: 2 }, staff: { readTo: 0 } });
  });
});

describeOnBoth('following as it comes', (server) => {
  test('the stream tells what is behind the cursor and then what comes, each with its number', async () => {
    const { visitor, id } = await asking(server());
    await say(visitor, id, 'one');
    const stream = await listen(server().app, visitor, `/api/conversations/${id}/stream?after=1`);
    expect(stream.response.headers.get('x-accel-buffering')).toBe('no');
    expect(stream.response.headers.get('cache-control')).toContain('no-transform');
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    await stream.until((one) => one.of('message').length === 1);
    expect(stream.of<StreamHello>('hello')).toMatchObject([{ lastSeq: 2, state: 'waiting' }]);
    await say(visitor, id, 'two');
    await stream.until((one) => one.of('message').length === 2);
    expect(stream.said.filter((one) => one.event === 'message').map((one) => one.id)).toEqual([
      '2',
      '3',
    ]);
    await stream.leave();
    const resumed = await listen(server().app, visitor, `/api/conversations/${id}/stream?after=0`, {
      'last-event-id': '2',
    });
    await resumed.until((one) => one.of('message').length === 1);
    expect(resumed.of<StreamEvent>('message')[0]?.body).toEqual({ text: 'two' });
    await resumed.leave();
  });

  test('typing is said to the other side, and never kept', async () => {
    const agent = await agentOf(server(), 'agent1', 8);
    const { visitor, id } = await asking(server());
    await takeThis(agent, id);
    const stream = await listen(server().app, visitor, `/api/conversations/${id}/stream`);
    await stream.until((one) => one.of('hello').length === 1);
    const before = (await logOf(visitor, id)).length;
    expect((await agent.post(`/api/conversations/${id}/typing`)).status).toBe(204);
    await stream.until((one) => one.of('typing').length === 1);
    expect(stream.of('typing')).toEqual([{ actor: 'agent' }]);
    expect(await logOf(visitor, id)).toHaveLength(before);
    await stream.leave();
  });

  test('an agent who hands a conversation on hears no more of it', async () => {
    const agent = await agentOf(server(), 'agent1', 8);
    const { visitor, id } = await asking(server());
    await takeThis(agent, id);
    const stream = await listen(server().app, agent, `/api/conversations/${id}/stream?as=staff`);
    await stream.until((one) => one.of('hello').length === 1);
    expect((await agent.post(`/api/conversations/${id}/transfer`, { to: 'queue' })).status).toBe(
      204,
    );
    await say(visitor, id, 'only for the next one');
    await stream.until((one) => one.isEnded, 'the end');
    expect(stream.of('gone')).toHaveLength(1);
    expect(JSON.stringify(stream.said)).not.toContain('only for the next one');
    expect((await agent.get(`/api/conversations/${id}/events?as=staff`)).status).toBe(404);
  });

  test('what no hint told of is found by the sweep', async () => {
    const { parts } = server();
    const { visitor, id } = await asking(server());
    const stream = await listen(server().app, visitor, `/api/conversations/${id}/stream?after=1`);
    await stream.until((one) => one.of('hello').length === 1);
    await sweepHints(parts);
    // A process that died between its commit and its hint.
    const { writeEvent } = await import('#server/services/handoff/write-event.ts');
    await parts.store.write((tx) =>
      writeEvent(tx, parts, id, { kind: 'agent-back', actor: 'system', body: {} }),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stream.of('message')).toHaveLength(0);
    expect(await sweepHints(parts)).toBe(1);
    await stream.until((one) => one.of('message').length === 1);
    expect(await sweepHints(parts)).toBe(0);
    await stream.leave();
  });

  test('a server that stops says goodbye and when to come back', async () => {
    const made = await makeServer(server().engine);
    const { visitor, id } = await asking(made);
    const stream = await listen(made.app, visitor, `/api/conversations/${id}/stream`);
    await stream.until((one) => one.of('hello').length === 1);
    made.parts.hints.close();
    await stream.until((one) => one.isEnded, 'the end');
    expect(stream.of('bye')).toMatchObject([{ retryMs: expect.any(Number) }]);
    await made.close();
  });
});

describe('hints between processes', () => {
  test('a hint that came while the log was read is not missed', async () => {
    const hints = createHints();
    const watch = hints.watch('one', 'two');
    hints.notify('two');
    const started = performance.now();
    await watch.wait(5000);
    expect(performance.now() - started).toBeLessThan(1000);
    watch.end();
    hints.close();
  });

  test('hints of a few milliseconds go out together, and a lost line wakes everybody', async () => {
    const sent: (readonly string[])[] = [];
    let receiver: HintReceiver | undefined;
    const hints = createHints((given) => {
      receiver = given;
      return { publish: (subjects) => sent.push(subjects), close: () => Promise.resolve() };
    });
    for (const subject of ['a', 'b', 'a']) hints.notify(subject);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(sent).toEqual([['a', 'b']]);
    const watch = hints.watch('c');
    receiver?.received(['c!typing-agent']);
    expect(await watch.wait(1000)).toEqual(['typing-agent']);
    receiver?.missed();
    const started = performance.now();
    await watch.wait(5000);
    expect(performance.now() - started).toBeLessThan(1000);
    watch.end();
    hints.close();
  });

  test('many hints are cut into payloads that PostgreSQL takes', () => {
    const subjects = Array.from({ length: 1000 }, (_, at) => `${at}`.padStart(36, '0'));
    const payloads = payloadsOf(subjects, 'me');
    expect(Math.max(...payloads.map((payload) => payload.length))).toBeLessThan(8000);
    expect(payloads.flatMap((payload) => payload.split('\n').slice(1))).toEqual(subjects);
  });
});
