import type { ConversationLog, Receipts, StreamHello } from '#domain/api/conversation.ts';
import type { ConversationState, StreamEvent } from '#domain/handoff/events.ts';

/** What is known of a conversation's log. The cursor is the last seq: there is never a hole before it. */
export interface HeldLog {
  /** Unknown before the server was heard for the first time. */
  epoch?: string;
  lastSeq: number;
  events: readonly StreamEvent[];
  state?: ConversationState;
  receipts: Receipts;
}

const nothingYet: Receipts = {
  customer: { deliveredTo: 0, readTo: 0 },
  staff: { deliveredTo: 0, readTo: 0 },
};

export const emptyLog: HeldLog = { lastSeq: 0, events: [], receipts: nothingYet };

/** What follows from news: the log, and whether it has to be asked for from its cursor because something is missing. */
export interface Folded {
  log: HeldLog;
  isMissing: boolean;
}

/** What an event makes of the conversation, where it makes anything of it. */
const stateAfter: Readonly<Partial<Record<string, ConversationState>>> = {
  taken: 'active',
  'agent-back': 'active',
  requeued: 'waiting',
  reopened: 'waiting',
  closed: 'closed',
};

/**
 * Takes events in, in any order and any number of times: what is held already is passed over, what comes after a hole
 * is left for the refetch. So every event is there once, in order, and nothing is lost.
 */
export function takeEvents(log: HeldLog, news: readonly StreamEvent[]): Folded {
  let { lastSeq, state } = log;
  const fresh: StreamEvent[] = [];
  let isMissing = false;
  for (const event of [...news].sort((a, b) => a.seq - b.seq)) {
    if (event.seq <= lastSeq) continue;
    if (event.seq !== lastSeq + 1) {
      isMissing = true;
      break;
    }
    fresh.push(event);
    lastSeq = event.seq;
    state = stateAfter[event.kind] ?? state;
  }
  if (fresh.length === 0) return { log, isMissing };
  return { log: { ...log, lastSeq, state, events: [...log.events, ...fresh] }, isMissing };
}

/** Receipts only go forward: an older answer that arrives late takes nothing back. */
export function takeReceipts(log: HeldLog, news: Receipts): HeldLog {
  const further = (side: keyof Receipts) => ({
    deliveredTo: Math.max(log.receipts[side].deliveredTo, news[side].deliveredTo),
    readTo: Math.max(log.receipts[side].readTo, news[side].readTo),
  });
  const receipts = { customer: further('customer'), staff: further('staff') };
  const isSame = (['customer', 'staff'] as const).every(
    (side) =>
      receipts[side].deliveredTo === log.receipts[side].deliveredTo &&
      receipts[side].readTo === log.receipts[side].readTo,
  );
  return isSame ? log : { ...log, receipts };
}

/**
 * The server says where its log stands. Another epoch, or an end before the cursor that we asked from, is a log restored
 * from a backup: all that is held is dropped and read anew, because a cursor of before means nothing in it.
 * @param asked the cursor when the question was put: answers may arrive after newer news
 */
export function takeHello(log: HeldLog, hello: StreamHello, asked: number): Folded {
  const isOther = (log.epoch !== undefined && log.epoch !== hello.epoch) || hello.lastSeq < asked;
  const base: HeldLog = isOther ? emptyLog : log;
  const isOlder = hello.lastSeq < base.lastSeq;
  return {
    log: {
      ...takeReceipts(base, hello.receipts),
      epoch: hello.epoch,
      state: isOlder ? base.state : hello.state,
    },
    isMissing: isOther,
  };
}

/** A whole answer: where the log stands, and the events behind the cursor that was asked with. */
export function takeAnswer(log: HeldLog, answer: ConversationLog, asked: number): Folded {
  const hello = takeHello(log, answer, asked);
  // Events behind an old cursor are not the beginning of the new log.
  if (hello.isMissing) return hello;
  const folded = takeEvents(hello.log, answer.events);
  const isWhole = folded.log.lastSeq >= answer.lastSeq;
  return {
    log:
      folded.log.lastSeq === answer.lastSeq ? { ...folded.log, state: answer.state } : folded.log,
    isMissing: folded.isMissing || !isWhole,
  };
}
