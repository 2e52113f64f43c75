import { afterEach, expect, test, vi } from 'vitest';
import type { ConversationFile, Proposal } from '#domain/api/conversation.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { HelpRequest } from '#domain/api/help.ts';
import type { Problem } from '#domain/api/problem.ts';
import type { ConversationContext, StaffCallback } from '#domain/api/staff-queue.ts';
import { sweep } from '#server/services/job-loop.ts';
import { agentOf, askAs, asking, emptyQueue, kindsIn, logOf, takeThis } from './support/desk.ts';
import { outpatientAnswers, visit, type Visitor } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { webm } from './support/recordings.ts';

const HOUR_MS = 3_600_000;
afterEach(() => vi.restoreAllMocks());
const key = (name: string) => ({ 'idempotency-key': name });

describeOnBoth('the desk, pressed twice or again after a lost answer', (server) => {
  test('takes one person for one press', async () => {
    await emptyQueue(server());
    const first = await asking(server());
    await asking(server());
    const agent = await agentOf(server(), 'agent1', 8);
    const [one, two] = await Promise.all(
      [1, 2].map(() =>
        agent.post<{ conversationId: string }>('/api/staff/queue/take', {}, key('t1')),
      ),
    );
    expect([one?.body.conversationId, two?.body.conversationId]).toEqual([first.id, first.id]);
    const next = await agent.post<{ conversationId: string }>('/api/staff/queue/take', {});
    expect(next.body.conversationId).not.toBe(first.id);
  });

  test('keeps one note, and hands on once', async () => {
    await emptyQueue(server());
    const { id } = await asking(server());
    const agent = await agentOf(server(), 'agent1', 8);
    await takeThis(agent, id);
    const write = () =>
      agent.post(`/api/staff/conversations/${id}/notes`, { text: '听力不好' }, key('n1'));
    const kept = [await write(), await write()];
    expect(kept.map(({ status }) => status)).toEqual([201, 201]);
    expect(kept[1]?.body).toEqual(kept[0]?.body);
    const context = await agent.get<ConversationContext>(`/api/staff/conversations/${id}`);
    expect(context.body.notes).toHaveLength(1);
    const handOn = () =>
      agent.post(`/api/conversations/${id}/transfer`, { to: 'queue' }, key('h1'));
    expect([(await handOn()).status, (await handOn()).status]).toEqual([204, 204]);
  });

  test('counts one try of a call-back', async () => {
    await emptyQueue(server());
    const customer = visit(server());
    await customer.signIn('13800000011');
    const asked = await customer.post<{ id: string; conversationId: string }>('/api/callbacks', {
      page: '/',
    });
    const agent = await agentOf(server(), 'agent1', 8);
    await takeThis(agent, asked.body.conversationId);
    const busy = () =>
      agent.post<StaffCallback & Problem>(
        `/api/staff/callbacks/${asked.body.id}/tries`,
        { outcome: 'busy' },
        key('b1'),
      );
    expect((await busy()).body.tries).toHaveLength(1);
    const again = await busy();
    expect([again.status, again.body.tries.length]).toEqual([200, 1]);
  });
});

describeOnBoth('a proposal that meets trouble', (server) => {
  const proposed = async () => {
    await emptyQueue(server());
    const customer = visit(server());
    const draft = await customer.draftWith('outpatient', outpatientAnswers);
    const { id } = await askAs(customer, { draftId: draft.id, flow: 'outpatient' });
    const agent = await agentOf(server(), 'agent1', 8);
    await takeThis(agent, id);
    const propose = () =>
      agent.post<Proposal>(`/api/drafts/${draft.id}/proposals`, {
        field: 'visitedOn',
        value: '2026-11-03',
        baseVersion: draft.version,
      });
    const { body } = await propose();
    const accept = () =>
      customer.post<Draft>(`/api/drafts/${draft.id}/proposals/${body.id}/accept`, {
        baseVersion: draft.version,
      });
    return { customer, draft, id, propose, first: body, accept };
  };

  test('is one, however often it is sent', async () => {
    const { customer, id, propose, first } = await proposed();
    expect((await propose()).body.id).toBe(first.id);
    expect(kindsIn(await logOf(customer, id)).filter((kind) => kind === 'proposal')).toHaveLength(
      1,
    );
  });

  test('that fails between the form and the log changes neither; the next yes changes both', async () => {
    const { customer, draft, id, accept } = await proposed();
    const { seal } = server().parts;
    const index = seal.blindIndex.bind(seal);
    const broken = vi.spyOn(seal, 'blindIndex').mockImplementation((place, value) => {
      if (place === 'event.body') throw new Error('killed');
      return index(place, value);
    });
    expect((await accept()).status).toBe(500);
    expect(broken).toHaveBeenCalled();
    broken.mockRestore();
    const path = `/api/drafts/${draft.id}`;
    const before = await customer.get<Draft>(path);
    expect([before.body.version, before.body.answers['visitedOn']]).toEqual([
      draft.version,
      outpatientAnswers.visitedOn,
    ]);
    expect(kindsIn(await logOf(customer, id)).at(-1)).toBe('proposal');
    expect((await accept()).body.answers['visitedOn']).toBe('2026-11-03');
    expect(kindsIn(await logOf(customer, id)).at(-1)).toBe('proposal-accepted');
  });

  test('that was accepted stays one yes, also when the customer has changed the answer since', async () => {
    const { customer, draft, id, accept } = await proposed();
    const { body } = await accept();
    await customer.patch(`/api/drafts/${draft.id}`, {
      baseVersion: body.version,
      changes: [{ field: 'visitedOn', value: '2026-11-01' }],
    });
    const again = await accept();
    expect([again.status, again.body.answers['visitedOn']]).toEqual([200, '2026-11-01']);
    const yes = kindsIn(await logOf(customer, id)).filter((kind) => kind === 'proposal-accepted');
    expect(yes).toHaveLength(1);
  });
});

describeOnBoth('two conversations opened again at once', (server) => {
  test('are one', async () => {
    await emptyQueue(server());
    const customer = visit(server());
    const ids: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      const { id } = await askAs(customer);
      await customer.post(`/api/conversations/${id}/close`);
      ids.push(id);
    }
    expect(new Set(ids).size).toBe(2);
    for (let round = 0; round < 5; round += 1) {
      const opened = await Promise.all(
        [...ids, ...ids].map((id) =>
          customer.post<HelpRequest & Problem>(`/api/conversations/${id}/reopen`),
        ),
      );
      expect(opened.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const open = [...new Set(opened.map(({ body }) => body.conversationId))];
      expect(open).toHaveLength(1);
      await customer.post(`/api/conversations/${open[0]}/close`);
    }
  });
});

describeOnBoth('what was sent into a conversation', (server) => {
  const send = (visitor: Visitor, id: string) =>
    visitor.callWith<ConversationFile>(
      'POST',
      `/api/conversations/${id}/files`,
      new Blob([new Uint8Array(webm(3))]),
      { 'content-type': 'application/octet-stream' },
    );

  test('is kept where a message names it, and goes after a day where none does', async () => {
    await emptyQueue(server());
    const { parts } = server();
    const { visitor, id } = await asking(server());
    const named = (await send(visitor, id)).body.fileId;
    const unnamed = (await send(visitor, id)).body.fileId;
    await visitor.post(`/api/conversations/${id}/events`, {
      clientId: 'v1',
      kind: 'voice-note',
      body: { fileId: named, seconds: 3 },
    });
    const statusOf = async (fileId: string) =>
      (await visitor.get(`/api/conversations/${id}/files/${fileId}`)).status;
    parts.clock.advance(23 * HOUR_MS);
    await sweep(parts);
    expect([await statusOf(named), await statusOf(unnamed)]).toEqual([200, 200]);
    parts.clock.advance(2 * HOUR_MS);
    await sweep(parts);
    expect([await statusOf(named), await statusOf(unnamed)]).toEqual([200, 404]);
    expect(await parts.objects.get(`conversation/${unnamed}`)).toBeUndefined();
    await sweep(parts);
    expect(await statusOf(named)).toBe(200);
  });
});
