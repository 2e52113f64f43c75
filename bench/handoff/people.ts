import type { Cluster, Node } from './nodes.ts';
import { call, openStream, wait } from './wire.ts';

export type Side = 'customer' | 'staff';

/** A conversation with both of its people signed in. */
export interface Talk {
  id: string;
  cookies: Record<Side, string>;
}

/** Signs in members of staff of the demo; the conversations of a bench are spread over them. */
export async function signInStaff(node: Node, names: readonly string[]): Promise<string[]> {
  return Promise.all(
    names.map(async (username) => {
      const body = { username, password: 'silverlane-demo' };
      const reply = await call('POST', `${node.url}/api/staff/sessions`, { body });
      if (reply.status !== 200) throw new Error(`${username} could not sign in: ${reply.status}`);
      return reply.cookies.join('; ');
    }),
  );
}

/** A customer asks for a person; nobody has taken it yet. */
export async function askForPerson(node: Node): Promise<{ id: string; cookie: string }> {
  const reply = await call('POST', `${node.url}/api/help-requests`, { body: { page: '/' } });
  if (reply.status !== 201) throw new Error(`asking for a person: ${reply.status}`);
  const { conversationId } = reply.body as { conversationId: string };
  return { id: conversationId, cookie: reply.cookies.join('; ') };
}

/** So many conversations, each taken by one of the staff. */
export async function beginTalks(
  cluster: Cluster,
  staff: readonly string[],
  count: number,
): Promise<Talk[]> {
  const [node] = cluster.nodes as [Node];
  for (const cookie of staff) {
    await call('PUT', `${node.url}/api/staff/presence`, {
      cookie,
      body: { state: 'available', capacity: 1 },
    });
  }
  // No member of staff could hold so many, and none may: here a few stand for hundreds.
  await cluster.query('update staff_presence set capacity = $1', [count]);
  const talks: Talk[] = [];
  while (talks.length < count) {
    const { id, cookie } = await askForPerson(node);
    const agent = staff[talks.length % staff.length] as string;
    const taken = await call('POST', `${node.url}/api/staff/queue/take`, {
      cookie: agent,
      body: { conversationId: id, reason: 'asked-for-me' },
    });
    if (taken.status !== 200) throw new Error(`taking a conversation: ${taken.status}`);
    talks.push({ id, cookies: { customer: cookie, staff: agent } });
  }
  return talks;
}

const as = (side: Side, before: '?' | '&') => (side === 'staff' ? `${before}as=staff` : '');

/** What one side of a conversation was told, counted against the rule: every number once, in order. */
export interface Hearing {
  /** `clientId` of every message, in the order in which it came. */
  messages: string[];
  cursor: number;
  gaps: number;
  twice: number;
  cuts: number;
  /** ms from sending to hearing, where the sender noted when it sent. */
  delays: number[];
}

export interface Listener {
  hearing: Hearing;
  stop(): Promise<void>;
}

interface Told {
  seq: number;
  clientId: string;
  kind: string;
  body: { text?: string };
}

/**
 * Hears one side of a conversation from any node, coming back to its cursor whenever the stream ends.
 * @param cutEveryMs cuts its own stream about so often, at moments of chance
 */
export function listen(
  talk: Talk,
  side: Side,
  pick: () => Node,
  { cutEveryMs, random }: { cutEveryMs?: number; random: () => number },
): Listener {
  const hearing: Hearing = { messages: [], cursor: 0, gaps: 0, twice: 0, cuts: 0, delays: [] };
  const seen = new Set<string>();
  let isOver = false;
  let cutNow: (() => void) | undefined;

  const take = (event: string, data: unknown) => {
    if (event !== 'message') return;
    const { seq, clientId, kind, body } = data as Told;
    if (seq <= hearing.cursor) {
      hearing.twice += 1;
      return;
    }
    if (seq !== hearing.cursor + 1) hearing.gaps += 1;
    hearing.cursor = seq;
    if (kind !== 'message') return;
    if (seen.has(clientId)) hearing.twice += 1;
    seen.add(clientId);
    hearing.messages.push(clientId);
    const sentAt = Number(/ at (\d+(?:\.\d+)?)/.exec(body.text ?? '')?.[1]);
    if (Number.isFinite(sentAt)) hearing.delays.push(performance.now() - sentAt);
  };
  const run = async () => {
    while (!isOver) {
      const path = `/api/conversations/${talk.id}/stream?after=${hearing.cursor}${as(side, '&')}`;
      const stream = openStream(`${pick().url}${path}`, talk.cookies[side], take);
      cutNow = stream.cut;
      const timer = cutEveryMs
        ? setTimeout(
            () => {
              hearing.cuts += 1;
              stream.cut();
            },
            cutEveryMs * (0.3 + 1.4 * random()),
          )
        : undefined;
      await stream.ended;
      clearTimeout(timer);
      if (!isOver) await wait(50 + 250 * random());
    }
  };
  const ended = run();
  return {
    hearing,
    stop: () => {
      isOver = true;
      cutNow?.();
      return ended;
    },
  };
}

/** Says one thing and repeats it, with the same id, until it is acknowledged. @returns its number in the log */
export async function say(
  talk: Talk,
  side: Side,
  pick: () => Node,
  clientId: string,
  random: () => number,
): Promise<number> {
  const body = { clientId, kind: 'message', body: { text: `${clientId} at ${performance.now()}` } };
  for (;;) {
    try {
      const url = `${pick().url}/api/conversations/${talk.id}/events${as(side, '?')}`;
      const reply = await call('POST', url, { cookie: talk.cookies[side], body });
      if (reply.status === 200 || reply.status === 201) return (reply.body as { seq: number }).seq;
      if (reply.status < 500 && reply.status !== 429) {
        throw new Refused(`${reply.status} ${JSON.stringify(reply.body)}`);
      }
    } catch (error) {
      if (error instanceof Refused) throw error;
    }
    await wait(100 + 400 * random());
  }
}

/** A message that will never be taken: the bench itself is wrong, or the server is. */
class Refused extends Error {
  override name = 'Refused';
}
