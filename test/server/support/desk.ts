import { randomUUID } from 'node:crypto';
import type { ConversationLog } from '#domain/api/conversation.ts';
import type { HelpRequest } from '#domain/api/help.ts';
import type { Problem } from '#domain/api/problem.ts';
import type { StreamEvent } from '#domain/handoff/events.ts';
import { addDemoStaff } from '#server/services/staff/demo-staff.ts';
import { visit, type Reply, type Visitor } from './customer.ts';
import type { TestServer } from './harness.ts';
import { cheap, signIn } from './staff.ts';

/** A member of staff who takes conversations. */
export async function agentOf(
  server: TestServer,
  username = 'agent1',
  capacity = 3,
): Promise<Visitor> {
  await addDemoStaff(server.parts, cheap);
  const visitor = visit(server);
  const reply = await signIn(visitor, username);
  if (reply.status !== 200) throw new Error(`not signed in: ${reply.body.code}`);
  if (!username.startsWith('counter'))
    await visitor.call('PUT', '/api/staff/presence', { state: 'available', capacity });
  return visitor;
}

/** A new visitor who has asked for a person. */
export async function asking(
  server: TestServer,
  over: Record<string, string> = {},
): Promise<{ visitor: Visitor; id: string; help: HelpRequest }> {
  const visitor = visit(server);
  return { visitor, ...(await askAs(visitor, over)) };
}

export async function askAs(
  visitor: Visitor,
  over: Record<string, string> = {},
): Promise<{ id: string; help: HelpRequest }> {
  const reply = await visitor.post<HelpRequest>('/api/help-requests', { page: '/', ...over });
  if (reply.status >= 300) throw new Error(`not asked: ${reply.status}`);
  return { id: reply.body.conversationId, help: reply.body };
}

/** Writes one message. */
export function say(
  visitor: Visitor,
  id: string,
  text: string,
  clientId: string = randomUUID(),
): Promise<Reply<{ seq: number } & Problem>> {
  return visitor.post(`/api/conversations/${id}/events`, {
    clientId,
    kind: 'message',
    body: { text },
  });
}

export async function logOf(visitor: Visitor, id: string, after = 0): Promise<StreamEvent[]> {
  const { body } = await visitor.get<ConversationLog>(
    `/api/conversations/${id}/events?after=${after}`,
  );
  return [...body.events];
}

export const kindsIn = (events: readonly StreamEvent[]): string[] =>
  events.map((event) => event.kind);

export function take(agent: Visitor): Promise<Reply<{ conversationId: string }>> {
  return agent.post('/api/staff/queue/take');
}

/** Empties the queue, so that the next test knows its places. */
export async function emptyQueue(server: TestServer): Promise<void> {
  const { parts } = server;
  await parts.store.db
    .updateTable('conversation')
    .set({ state: 'closed', open_owner: null, closed_at: parts.clock.now(), offer_to: null })
    .where('state', '!=', 'closed')
    .execute();
  await parts.store.db.deleteFrom('staff_presence').execute();
}

/** Takes until it is this one; others that were before it are ended. */
export async function takeThis(agent: Visitor, id: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const { status, body } = await take(agent);
    if (status !== 200) throw new Error(`nothing to take: ${status}`);
    if (body.conversationId === id) return;
    await agent.post(`/api/conversations/${body.conversationId}/close?as=staff`);
  }
  throw new Error('it was not among them');
}
