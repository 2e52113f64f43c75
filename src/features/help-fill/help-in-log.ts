import { isKind, type StreamEvent } from '#domain/handoff/events.ts';
import type { AnswerValue } from '#domain/flow/types.ts';

/** What staff propose for one question, and what nobody has decided yet. */
export interface OpenProposal {
  /** Of its event: what is newer was said later. */
  seq: number;
  id: string;
  field: string;
  value: AnswerValue;
  staffName: string;
}

/** The question that staff point at. */
export interface PointedAt {
  seq: number;
  field: string;
}

export interface HelpInLog {
  proposals: readonly OpenProposal[];
  pointed?: PointedAt;
}

/**
 * What a conversation's log says about helping with one draft: the proposals that wait for their yes, one for a
 * question, and the question that was pointed at last. Pure, from the whole log: however often it is read anew, it says the same.
 */
export function helpInLog(events: readonly StreamEvent[], draftId: string): HelpInLog {
  const open = new Map<string, OpenProposal>();
  let pointed: PointedAt | undefined;
  for (const event of events) {
    if (isKind(event, 'proposal') && event.body.draftId === draftId) {
      const { proposalId: id, field, value, staffName } = event.body;
      // A newer one takes the place of an older one, on the server too.
      open.set(field, { seq: event.seq, id, field, value, staffName });
    } else if (isKind(event, 'proposal-accepted') || isKind(event, 'proposal-declined')) {
      const { field, proposalId } = event.body;
      if (open.get(field)?.id === proposalId) open.delete(field);
    } else if (isKind(event, 'pointed') && event.body.draftId === draftId && event.body.field) {
      pointed = { seq: event.seq, field: event.body.field };
    }
  }
  return { proposals: [...open.values()], pointed };
}
