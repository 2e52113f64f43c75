import type { Callback } from '#domain/api/callback.ts';
import type { CallbackOutcome } from '#domain/handoff/events.ts';
import type { Parts } from '../../parts.ts';
import { callbackPhone } from '../../store/callbacks.ts';
import type { CallbackTable } from '../../store/schema-handoff.ts';
import { maskPhone } from '../customer-view.ts';

export interface StoredTry {
  at: number;
  outcome: CallbackOutcome;
  staffId: string;
}

/** The tries of a call-back, the first one first. */
export function triesOf(row: CallbackTable): StoredTry[] {
  return JSON.parse(row.tries) as StoredTry[];
}

/** A call-back as its customer sees it. */
export function viewCallback(parts: Pick<Parts, 'seal'>, row: CallbackTable): Callback {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    state: row.state,
    ...(row.at === null ? {} : { at: new Date(row.at).toISOString() }),
    maskedPhone: maskPhone(callbackPhone(row, parts.seal)),
    tries: triesOf(row).length,
  };
}
