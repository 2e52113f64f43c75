import type { ConversationState } from '../handoff/events.ts';

/** What the tap on 找真人 gives back. `waitSeconds` is null where too few waits are known to say. */
export interface HelpRequest {
  conversationId: string;
  state: ConversationState;
  /** 1 is next. 0 when an agent is there. */
  position: number;
  waitSeconds: { low: number; high: number } | null;
}
