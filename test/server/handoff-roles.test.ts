import { expect, test } from 'vitest';
import type { StaffRole } from '#domain/api/staff.ts';
import { agentOf, asking, askAs, emptyQueue, say, takeThis } from './support/desk.ts';
import { outpatientAnswers, visit, type Visitor } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { documentOf } from './support/openapi.ts';
import { auditOf, visitFrom } from './support/staff.ts';

/** What every path of the document that names an id of a person stands for here. */
type Ids = Readonly<Record<'conversation' | 'draft' | 'callback' | 'claim', string>>;

const SECRET = 'a word that nobody else may read';
const WRITES = ['post', 'put', 'patch', 'delete'];

describeOnBoth('every call of the document', (server) => {
  const calls = async (filter: (path: string) => boolean) => {
    const { paths } = await documentOf(server().app);
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'head')
        .filter(() => path.includes('{') && filter(path))
        .map((method) => ({ path, method })),
    );
  };
  const fill = (path: string, ids: Ids): string =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name !== 'id') return server().parts.ids.id();
      if (path.includes('/conversations/')) return ids.conversation;
      if (path.includes('/drafts/')) return ids.draft;
      if (path.includes('/callbacks/')) return ids.callback;
      return ids.claim;
    });
  /** A body that has the right shape where the path is known here: what is refused is who, not what. */
  const bodyFor = (path: string, method: string): unknown => {
    if (method === 'get' || method === 'delete') return undefined;
    if (path.endsWith('/events') && path.includes('conversations'))
      return { clientId: 'x', kind: 'message', body: { text: 'x' } };
    if (path.endsWith('/messages')) return 'clientId=x&text=x';
    if (path.endsWith('/receipts')) return { readTo: 1 };
    if (path.endsWith('/transfer')) return { to: 'queue' };
    if (path.endsWith('/notes')) return { text: 'x' };
    if (path.endsWith('/tries')) return { outcome: 'reached' };
    if (path.endsWith('/decide')) return { outcome: 'let-go', note: 'x' };
    if (path.endsWith('/proposals')) return { field: 'amountFen', value: 1, baseVersion: 1 };
    if (path.endsWith('/accept') && path.includes('drafts')) return { baseVersion: 1 };
    if (method === 'patch') return { baseVersion: 1, changes: [{ field: 'amountFen', value: 1 }] };
    return {};
  };
  const send = (who: Visitor, path: string, method: string, ids: Ids, query = '') =>
    who.call<string>(
      method.toUpperCase(),
      `${fill(path, ids)}${query}`,
      bodyFor(path, method),
      path.endsWith('/messages') ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
    );

  const made = async (): Promise<{ ids: Ids; customer: Visitor; agent: Visitor }> => {
    await emptyQueue(server());
    const customer = visitFrom(server(), '10.0.0.1');
    const draft = await customer.draftWith('outpatient', outpatientAnswers);
    const { id } = await askAs(customer, { draftId: draft.id });
    const callback = await customer.post<{ id: string }>('/api/callbacks', {
      phone: '13912345678',
    });
    const agent = await agentOf(server(), 'agent1', 8);
    await takeThis(agent, id);
    await say(customer, id, SECRET);
    const claim = server().parts.ids.id();
    return {
      customer,
      agent,
      ids: { conversation: id, draft: draft.id, callback: callback.body.id, claim },
    };
  };
  const mine = (path: string): boolean => /conversations|callbacks|drafts/.test(path);

  test('tells another customer, and nobody at all, nothing of a conversation, a draft or a call-back', async () => {
    const { ids } = await made();
    const other = visitFrom(server(), '10.0.0.1');
    await askAs(other);
    const nobody = visitFrom(server(), '10.0.0.1');
    for (const { path, method } of await calls(mine)) {
      for (const who of [other, nobody]) {
        const reply = await send(who, path, method, ids);
        expect([method, path, reply.status]).toEqual([
          method,
          path,
          expect.toSatisfy((status: number) => [401, 403, 404, 422].includes(status)),
        ]);
        expect(JSON.stringify(reply.body)).not.toContain(SECRET);
      }
    }
  });

  test('tells another agent and the counter nothing of a conversation that is not theirs', async () => {
    const { ids } = await made();
    for (const username of ['agent2', 'counter1']) {
      const who = await agentOf(server(), username);
      const unchecked = visitFrom(server(), '10.0.0.1');
      for (const [name, value] of who.cookies) unchecked.cookies.set(name, value);
      for (const { path, method } of await calls(mine)) {
        const query =
          path.includes('/conversations/') && !path.includes('staff') ? '?as=staff' : '';
        const reply = await send(unchecked, path, method, ids, query);
        expect([username, method, path, reply.status]).toEqual([
          username,
          method,
          path,
          expect.toSatisfy((status: number) => [401, 403, 404, 409, 422].includes(status)),
        ]);
        expect(JSON.stringify(reply.body)).not.toContain(SECRET);
      }
    }
  });

  test('once a conversation has ended, and once a session has, nothing is written', async () => {
    const { ids, customer, agent } = await made();
    await agent.post(`/api/staff/callbacks/${ids.callback}/tries`, { outcome: 'reached' });
    await agent.post(`/api/conversations/${ids.conversation}/close?as=staff`);
    for (const who of [customer, agent])
      expect((await say(who, ids.conversation, 'late')).status).toBe(409);
    server().parts.clock.advance(31 * 24 * 3_600_000);
    for (const path of ['events', 'stream'])
      expect((await customer.get(`/api/conversations/${ids.conversation}/${path}`)).status).toBe(
        404,
      );
    for (const path of ['events', 'stream']) {
      const reply = await agent.get(`/api/conversations/${ids.conversation}/${path}?as=staff`);
      expect(reply.status).toBe(401);
    }
  });

  test.each(['agent', 'counter', 'supervisor'] as const)(
    'refuses a member of staff (%s) what is the customer’s alone with 403, and keeps that they tried',
    async (role: StaffRole) => {
      const { ids } = await made();
      const signedIn = await agentOf(server(), `${role}3`);
      const staff = visitFrom(server(), '10.0.0.9');
      for (const [name, value] of signedIn.cookies) staff.cookies.set(name, value);
      const before = (await auditOf(server(), 'staff-refused')).length;
      const pid = server().parts.ids.id();
      const tries: [string, string, unknown][] = [
        [
          'POST',
          '/api/claims',
          { draftId: ids.draft, confirmations: ['answers-checked'], consents: [] },
        ],
        [
          'PATCH',
          `/api/drafts/${ids.draft}`,
          { baseVersion: 1, changes: [{ field: 'payeeCard', value: '6222021234567890011' }] },
        ],
        [
          'PATCH',
          `/api/drafts/${ids.draft}`,
          { baseVersion: 1, changes: [{ field: 'healthConsent', value: true }] },
        ],
        ['POST', `/api/drafts/${ids.draft}/proposals/${pid}/accept`, { baseVersion: 1 }],
        ['POST', `/api/drafts/${ids.draft}/proposals/${pid}/decline`, undefined],
        ['POST', `/api/claims/${ids.claim}/withdraw`, undefined],
        ['POST', `/api/claims/${ids.claim}/proceed`, undefined],
        ['POST', `/api/claims/${ids.claim}/review`, {}],
        ['POST', `/api/callbacks/${ids.callback}/cancel`, undefined],
      ];
      for (const [method, path, body] of tries) {
        const reply = await staff.call<{ code: string }>(method, path, body);
        expect([method, path, reply.status, reply.body.code]).toEqual([
          method,
          path,
          403,
          'staff-may-not',
        ]);
      }
      expect(await auditOf(server(), 'staff-refused')).toHaveLength(before + tries.length);
    },
  );

  test('every change that names an id is in one of the lists above', async () => {
    const writes = (await calls(() => true)).filter(({ method }) => WRITES.includes(method));
    const unknown = writes.filter(
      ({ path }) =>
        !/conversations|callbacks|drafts|claims|staff|uploads|documents|appointments|me\/events/.test(
          path,
        ),
    );
    expect(unknown).toEqual([]);
  });

  test('two hundred customers behind one address write and are heard', async () => {
    await emptyQueue(server());
    const people = [];
    for (let at = 0; at < 200; at += 1) {
      const visitor = visitFrom(server(), '10.0.0.1');
      people.push({ visitor, ...(await askAs(visitor)) });
    }
    for (const { visitor, id } of people) expect((await say(visitor, id, 'here')).status).toBe(201);
    const { visitor } = await asking(server());
    expect((await visitor.get('/api/help-requests/current')).body).toMatchObject({ position: 201 });
    void visit;
  });
});
