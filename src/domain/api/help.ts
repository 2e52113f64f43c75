import type { ConversationState, WaitBand } from '../handoff/events.ts';
import type { Callback } from './callback.ts';

/** What the tap on 找真人 gives back. `waitSeconds` is null where too few waits are known to say. */
export interface HelpRequest {
  conversationId: string;
  state: ConversationState;
  /** 1 is next. 0 when an agent is there. */
  position: number;
  waitSeconds: WaitBand | null;
  /** Whether people are there by the hours of the house; asking is accepted either way. */
  isOpen: boolean;
  /** When they are there next; absent while open. ISO 8601. */
  opensAt?: string;
  /** A call-back is the better offer now: a long wait, closed, or nobody there. */
  offersCallback: boolean;
  /** The call-back that was asked for with it. */
  callback?: Callback;
  /** Who is there. */
  staffName?: string;
}
