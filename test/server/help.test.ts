import { expect, test } from 'vitest';
import type { HelpRequest } from '#domain/api/help.ts';
import type { ConversationContext } from '#domain/api/staff-queue.ts';
import type { StreamEvent } from '#domain/handoff/events.ts';
import { waitBandOf } from '#domain/handoff/wait.ts';
import { appendEvent } from '#server/store/streams.ts';
import { agentOf, emptyQueue, takeThis } from './support/desk.ts';
import { describeOnBoth } from './support/harness.ts';
import { visit, type Visitor } from './support/customer.ts';

interface Events {
  epoch: string;
  lastSeq: number;
  events: StreamEvent[];
}

const eventsOf = (visitor: Visitor, id: string, query = '') =>
  visitor.get<Events>(`/api/conversations/${id}/events${query}`);

describeOnBoth('asking for a person', (server) => {
  const ask = (visitor: Visitor, page = '/claims/new/hospital/invoice') =>
    visitor.post<HelpRequest>('/api/help-requests', {
      page,
      step: 'invoice',
      flow: 'hospital',
      mode: 'senior',
      lng: 'zh-CN',
    });

  test('200 customers behind one address are all accepted, each with a place of their own', async () => {
    const places: number[] = [];
    for (let at = 0; at < 200; at += 1) {
      const reply = await ask(visit(server()));
      expect(reply.status).toBe(201);
      expect(reply.body).toMatchObject({ state: 'waiting', waitSeconds: null });
      places.push(reply.body.position);
    }
    expect(places).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
  });

  test('a tap while a claim is being begun is of the same person, before anything was known of them', async () => {
    for (let round = 0; round < 10; round += 1) {
      const visitor = visit(server());
      visitor.cookies.set(
        'sl_visit',
        `the mark that came with the page ${round}`.replaceAll(' ', '-'),
      );
      const [request, draft] = await Promise.all([
        ask(visitor),
        visitor.post<{ id: string }>('/api/drafts', { flow: 'hospital' }),
      ]);
      expect([request.status, draft.status]).toEqual([201, 201]);
      const current = await visitor.get<HelpRequest>('/api/help-requests/current');
      expect(current.body.conversationId).toBe(request.body.conversationId);
      expect((await visitor.get(`/api/drafts/${draft.body.id}`)).status).toBe(200);
    }
  });

  test('the mark of a visit leads into nobody’s account', async () => {
    const [phone, other] = [visit(server()), visit(server())];
    for (const browser of [phone, other])
      browser.cookies.set('sl_visit', 'one-mark-in-two-browsers');
    await ask(phone);
    await phone.signIn('13900012345');
    await ask(other);
    expect((await other.get('/api/me')).status).toBe(401);
  });

  test('a hundred taps of one person are one request, never refused, and the log keeps them', async () => {
    const visitor = visit(server());
    const first = await ask(visitor);
    const again = await Promise.all(Array.from({ length: 99 }, () => ask(visitor, '/claims')));
    expect(new Set(again.map((reply) => reply.status))).toEqual(new Set([200]));
    expect(new Set(again.map((reply) => reply.body.conversationId))).toEqual(
      new Set([first.body.conversationId]),
    );
    const { body } = await eventsOf(visitor, first.body.conversationId);
    expect(body.events.map((event) => event.seq)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
    expect(body.events[0]).toMatchObject({
      kind: 'requested',
      actor: 'customer',
      body: { page: '/claims/new/hospital/invoice', step: 'invoice' },
    });
    expect(body.events[99]?.kind).toBe('requested-again');
    expect((await visitor.get<HelpRequest>('/api/help-requests/current')).body.conversationId).toBe(
      first.body.conversationId,
    );
  });

  test('two first taps at once are one request', async () => {
    const visitor = visit(server());
    await visitor.post('/api/drafts', { flow: 'hospital' });
    const replies = await Promise.all(Array.from({ length: 10 }, () => ask(visitor)));
    expect(new Set(replies.map((reply) => reply.body.conversationId)).size).toBe(1);
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
  });

  test('a plain form is answered with the page of the conversation', async () => {
    const visitor = visit(server());
    const reply = await visitor.callWith(
      'POST',
      '/api/help-requests',
      'page=%2Fhuman&step=&theme=x',
      {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'null',
        'sec-fetch-site': 'same-origin',
      },
    );
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toMatch(/^\/human\/[0-9a-f-]{36}$/);
    expect((await visitor.get('/api/help-requests/current')).status).toBe(200);
    const empty = await visit(server()).callWith('POST', '/api/help-requests', undefined);
    expect(empty.status).toBe(201);
  });

  test('what was tried goes along in known words only, and the agent sees it (H4)', async () => {
    await emptyQueue(server());
    const visitor = visit(server());
    const send = (tried: string) =>
      visitor.post<HelpRequest>('/api/help-requests', { page: '/', tried });
    const { conversationId: id } = (
      await send('voice,photo,13900012345,<b>,required,card-length,card-length')
    ).body;
    const agent = await agentOf(server(), 'agent1', 8);
    await takeThis(agent, id);
    const seen = async () =>
      (await agent.get<ConversationContext>(`/api/staff/conversations/${id}`)).body.tried;
    expect(await seen()).toEqual(['photo', 'voice', 'required', 'card-length']);
    await send('typing,code-wrong');
    expect(await seen()).toEqual(['typing', 'code-wrong']);
    await send('x'.repeat(5000));
    expect(await seen()).toEqual([]);
  });

  test('odd values of a page or a draft of somebody else are left out, not refused', async () => {
    const reply = await visit(server()).post<HelpRequest>('/api/help-requests', {
      page: 'javascript:alert(1)',
      step: '../../etc',
      draftId: 'nobody',
      mode: 'huge',
      lng: 'xx',
    });
    expect(reply.status).toBe(201);
  });

  test('who is 60 and over stands ahead of who came less than ten minutes before, 80 and over of fifteen', async () => {
    const young = visit(server());
    await young.signIn('13800000003');
    const sixty = visit(server());
    await sixty.signIn('13800000001');
    const eighty = visit(server());
    await eighty.signIn('13800000002');
    server().parts.clock.advance(3600_000);
    const place = async (visitor: Visitor) =>
      (await visitor.get<HelpRequest>('/api/help-requests/current')).body.position;
    await ask(young);
    const youngFirst = await place(young);
    server().parts.clock.advance(9 * 60_000);
    await ask(sixty);
    expect([await place(sixty), await place(young)]).toEqual([youngFirst, youngFirst + 1]);
    server().parts.clock.advance(4 * 60_000);
    await ask(eighty);
    expect([await place(eighty), await place(sixty), await place(young)]).toEqual([
      youngFirst,
      youngFirst + 1,
      youngFirst + 2,
    ]);
    // More than the credit later nobody is overtaken.
    server().parts.clock.advance(30 * 60_000);
    const late = visit(server());
    await late.signIn('13800000006');
    await ask(late);
    expect(await place(late)).toBeGreaterThan(await place(young));
  });

  test('signing in keeps the request, adds the credit, and joins it with one made elsewhere', async () => {
    const phone = visit(server());
    await phone.signIn('13800000004');
    const earlier = await ask(phone);
    server().parts.clock.advance(120_000);
    const tablet = visit(server());
    const later = await ask(tablet);
    await tablet.signIn('13800000004');
    for (const visitor of [phone, tablet]) {
      const { body } = await visitor.get<HelpRequest>('/api/help-requests/current');
      expect(body.conversationId).toBe(later.body.conversationId);
    }
    const { body } = await eventsOf(phone, earlier.body.conversationId);
    expect(body.events[body.events.length - 1]).toMatchObject({
      kind: 'closed',
      body: { mergedInto: later.body.conversationId },
    });
  });

  test('a waiting reader gets what is written while it waits, and only what is behind its cursor', async () => {
    const visitor = visit(server());
    const { body } = await ask(visitor);
    const id = body.conversationId;
    const waiting = eventsOf(visitor, id, '?after=1&wait=10');
    setTimeout(() => void ask(visitor, '/settings'), 150);
    const got = await waiting;
    expect(got.body.events.map((event) => [event.seq, event.kind])).toEqual([
      [2, 'requested-again'],
    ]);
    const started = performance.now();
    expect((await eventsOf(visitor, id, '?after=2&wait=0.3')).body).toMatchObject({
      lastSeq: 2,
      events: [],
    });
    expect(performance.now() - started).toBeGreaterThan(250);
    expect((await eventsOf(visit(server()), id)).status).toBe(404);
    const stranger = visit(server());
    await ask(stranger);
    expect((await eventsOf(stranger, id)).status).toBe(404);
  });

  test('forty writers of one log leave no gap; the same id again is the same event, another body is told apart', async () => {
    const visitor = visit(server());
    const { body } = await ask(visitor);
    const { parts } = server();
    const append = (clientId: string, text: string) =>
      parts.store.write((tx) =>
        appendEvent(tx, parts.seal, {
          streamId: body.conversationId,
          clientId,
          kind: 'message',
          actor: 'customer',
          body: { text },
          at: parts.clock.now(),
        }),
      );
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, at) => append(`m${at % 20}`, `text ${at % 20}`)),
    );
    expect(all.filter((one) => one.outcome === 'added')).toHaveLength(20);
    expect(all.filter((one) => one.outcome === 'same')).toHaveLength(20);
    expect((await append('m0', 'another')).outcome).toBe('different');
    const { events, lastSeq } = (await eventsOf(visitor, body.conversationId)).body;
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
    expect(lastSeq).toBe(21);
  });
});

test('the wait is a band, silent below 20 samples and never below a minute', () => {
  const twenty = Array.from({ length: 20 }, () => 6 * 60_000);
  expect(waitBandOf(3, twenty.slice(1), 2)).toBeNull();
  expect(waitBandOf(2, twenty, 2)).toEqual({ low: 60, high: 972 });
  // The further back, the narrower for its length.
  expect(waitBandOf(10, twenty, 2)).toEqual({ low: 883, high: 3027 });
  // One that was left open over night makes nobody's wait a night.
  expect(waitBandOf(10, [...twenty, 9 * 3_600_000], 2)?.high).toBeLessThan(4000);
  expect(
    waitBandOf(
      1,
      Array.from({ length: 20 }, () => 6000),
      2,
    ),
  ).toEqual({ low: 60, high: 60 });
});
