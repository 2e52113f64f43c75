import { expect, test } from 'vitest';
import type { Proposal } from '#domain/api/conversation.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { Problem } from '#domain/api/problem.ts';
import type { ConversationContext } from '#domain/api/staff-queue.ts';
import { flows } from '#domain/claims/flows.ts';
import { customerOnlyFields } from '#domain/handoff/customer-only.ts';
import { agentOf, askAs, emptyQueue, kindsIn, logOf, takeThis } from './support/desk.ts';
import { outpatientAnswers, visit, type Visitor } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { auditOf } from './support/staff.ts';

describeOnBoth('help with the form', (server) => {
  const inConversation = async () => {
    await emptyQueue(server());
    const customer = visit(server());
    const draft = await customer.draftWith('outpatient', outpatientAnswers);
    const { id } = await askAs(customer, { draftId: draft.id, flow: 'outpatient' });
    const agent = await agentOf(server(), 'agent1', 8);
    await takeThis(agent, id);
    return { customer, agent, draft, id };
  };
  const propose = (who: Visitor, draft: Draft, field: string, value: unknown) =>
    who.post<Proposal & Problem>(`/api/drafts/${draft.id}/proposals`, {
      field,
      value,
      baseVersion: draft.version,
    });

  test('the agent sees the shared draft, its numbers masked, and proposes; nothing is written before the yes', async () => {
    const { customer, agent, draft, id } = await inConversation();
    const context = await agent.get<ConversationContext>(`/api/staff/conversations/${id}`);
    expect(context.body.draft).toMatchObject({ id: draft.id, maskedFields: ['payeeCard'] });
    expect(JSON.stringify(context.body)).not.toContain(outpatientAnswers.payeeCard);
    const proposed = await propose(agent, draft, 'visitedOn', '2026-11-03');
    expect(proposed.status).toBe(201);
    const unchanged = await customer.get<Draft>(`/api/drafts/${draft.id}`);
    expect(unchanged.body.answers['visitedOn']).toBe('2026-11-02');
    const list = await customer.get<{ proposals: Proposal[] }>(`/api/drafts/${draft.id}/proposals`);
    expect(list.body.proposals).toMatchObject([{ field: 'visitedOn', state: 'open' }]);
    const accepted = await customer.post<Draft>(
      `/api/drafts/${draft.id}/proposals/${proposed.body.id}/accept`,
      { baseVersion: draft.version },
    );
    expect(accepted.body).toMatchObject({
      answers: { visitedOn: '2026-11-03' },
      writtenBy: { visitedOn: 'customer' },
      sources: { visitedOn: 'proposal' },
    });
    // Tapped twice it is one.
    const again = await customer.post<Draft>(
      `/api/drafts/${draft.id}/proposals/${proposed.body.id}/accept`,
      { baseVersion: draft.version },
    );
    expect([again.status, again.body.version]).toEqual([200, accepted.body.version]);
    expect(kindsIn(await logOf(customer, id)).slice(-2)).toEqual(['proposal', 'proposal-accepted']);
  });

  test('a no leaves the draft as it is; a newer proposal takes the place of an older one', async () => {
    const { customer, agent, draft } = await inConversation();
    const older = await propose(agent, draft, 'amountFen', 1000);
    const newer = await propose(agent, draft, 'amountFen', 2000);
    const path = (id: string, act: string) => `/api/drafts/${draft.id}/proposals/${id}/${act}`;
    const base = { baseVersion: draft.version };
    expect((await customer.post(path(older.body.id, 'accept'), base)).body).toMatchObject({
      code: 'proposal-gone',
    });
    expect((await customer.post(path(newer.body.id, 'decline'))).status).toBe(204);
    expect((await customer.get<Draft>(`/api/drafts/${draft.id}`)).body.version).toBe(draft.version);
  });

  test('consents, the payee and the account are refused to every role and written down', async () => {
    const { agent, draft } = await inConversation();
    const before = (await auditOf(server(), 'staff-refused')).length;
    for (const [field, value] of [
      ['payeeCard', '6222021234567890011'],
      ['payoutTo', 'counter'],
      ['payeeName', '别人'],
      ['healthConsent', true],
      ['bankConsent', true],
    ] as const) {
      const reply = await propose(agent, draft, field, value);
      expect([field, reply.status, reply.body.code]).toEqual([field, 403, 'field-customer-only']);
    }
    expect(await auditOf(server(), 'staff-refused')).toHaveLength(before + 5);
    expect((await propose(agent, draft, 'constructor', 'x')).body.code).toBe('field-unknown');
    expect((await propose(agent, draft, 'visitedOn', 7)).body.code).toBe('wrong-type');
    for (const flow of flows) {
      const own = customerOnlyFields(flow);
      for (const [field, spec] of Object.entries(flow.fields)) {
        if (spec.kind === 'consent' || spec.kind === 'bankCard') expect(own).toContain(field);
      }
    }
  });

  test('only who has the conversation may propose, and only the customer may say yes', async () => {
    const { customer, agent, draft, id } = await inConversation();
    const other = await agentOf(server(), 'agent2');
    for (const stranger of [other, await agentOf(server(), 'supervisor1')])
      expect((await propose(stranger, draft, 'amountFen', 1)).status).toBe(403);
    expect((await propose(await agentOf(server(), 'counter1'), draft, 'amountFen', 1)).status).toBe(
      403,
    );
    const { body } = await propose(agent, draft, 'amountFen', 1);
    const accept = `/api/drafts/${draft.id}/proposals/${body.id}/accept`;
    expect((await visit(server()).post(accept, { baseVersion: 1 })).status).toBe(404);
    await customer.post(`/api/conversations/${id}/close`);
    expect((await propose(agent, draft, 'amountFen', 2)).status).toBe(403);
  });
});
