/**
 * The one order of the queue. Dispatch, the place that is shown and the simulation all use it; the store's queries say
 * the same in SQL, and a test holds the two together.
 */
export interface Waiting {
  id: string;
  /** ms since 1970 */
  enqueuedAt: number;
  creditMs: number;
  /** Not to be taken before, ms since 1970: it has no place until then. */
  notBefore?: number;
  /** What who takes it should know: `lng:en`, `dialect:yue`, `flow:death`. */
  needs?: readonly string[];
  /** Asked first, until `prefersUntil`: a member of staff, or `role:supervisor`. */
  prefers?: string;
  prefersUntil?: number;
  /** Who declined or missed it a moment ago: not asked again yet. */
  passedBy?: readonly string[];
}

export interface Agent {
  id: string;
  role: string;
  skills: readonly string[];
  /** Conversations that they could take on now. */
  room: number;
  /** Since when they have had nothing: who was idle longest is asked first. */
  idleSince: number;
}

/** Somebody is better than nobody: after so long a wished skill no longer holds anybody up. */
export const SKILL_WAIT_MS = 60_000;

/** What the order goes by, ms: smaller is earlier. */
export function rankOf(entry: Pick<Waiting, 'enqueuedAt' | 'creditMs'>): number {
  return entry.enqueuedAt - entry.creditMs;
}

/** Sorts those who wait: whose rank is smaller, and of equal ranks the smaller id. */
export function compareWaiting(a: Waiting, b: Waiting): number {
  return rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Whether it may be taken now. */
export function isDue(entry: Pick<Waiting, 'notBefore'>, now: number): boolean {
  return entry.notBefore === undefined || entry.notBefore <= now;
}

/** The true place of one of those who wait: 1 is next; 0 when it is not due or not among them. */
export function placeOf(queue: readonly Waiting[], id: string, now: number): number {
  const mine = queue.find((entry) => entry.id === id);
  if (!mine || !isDue(mine, now)) return 0;
  return queue.filter((entry) => isDue(entry, now) && compareWaiting(entry, mine) < 0).length + 1;
}

const fits = (agent: Agent, key: string): boolean =>
  agent.id === key || `role:${agent.role}` === key;

/** Whether this member may be given this one now. */
export function mayServe(agent: Agent, entry: Waiting, now: number): boolean {
  if (!isDue(entry, now)) return false;
  if (entry.prefers && now < (entry.prefersUntil ?? 0) && !fits(agent, entry.prefers)) return false;
  if (now - entry.enqueuedAt >= SKILL_WAIT_MS) return true;
  return (entry.needs ?? []).every((need) => agent.skills.includes(need));
}

export interface Match {
  entryId: string;
  agentId: string;
}

/**
 * Who is asked for whom: in the order of the queue, each by the member who was idle longest, never more than one has
 * room for. Where a wished skill need no longer be waited for, one who has it still comes first.
 */
export function matchAll(
  queue: readonly Waiting[],
  agents: readonly Agent[],
  now: number,
): Match[] {
  const room = new Map(agents.map((agent) => [agent.id, agent.room]));
  const byIdle = [...agents].sort((a, b) => a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1));
  const matches: Match[] = [];
  for (const entry of [...queue].sort(compareWaiting)) {
    const passed = entry.passedBy ?? [];
    const able = byIdle.filter(
      (agent) =>
        (room.get(agent.id) ?? 0) > 0 && !passed.includes(agent.id) && mayServe(agent, entry, now),
    );
    const known = able.filter((agent) =>
      (entry.needs ?? []).every((n) => agent.skills.includes(n)),
    );
    const agent = known[0] ?? able[0];
    if (!agent) continue;
    room.set(agent.id, (room.get(agent.id) ?? 0) - 1);
    matches.push({ entryId: entry.id, agentId: agent.id });
    // Whoever was just asked goes behind the others.
    byIdle.push(...byIdle.splice(byIdle.indexOf(agent), 1));
  }
  return matches;
}
