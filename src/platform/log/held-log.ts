import { createLog, type Log } from './log.ts';

/** The logs that somebody holds, by conversation; the staff's under names of their own. */
const held = new Map<string, { log: Log; holders: number }>();

/**
 * The customer's log of a conversation: the one that is held already, or a new one. Heard while `holdLog` holds it.
 * A call that goes on past its page, and the pages of a claim, so share one stream with the conversation's own page.
 */
export const customerLog = (conversationId: string): Log =>
  held.get(conversationId)?.log ?? createLog({ conversationId, as: 'customer' });

const staffKey = (conversationId: string): string => `staff ${conversationId}`;

/** The staff's log of a conversation, in the same way: a call goes on past its talk. */
export const staffLog = (conversationId: string): Log =>
  held.get(staffKey(conversationId))?.log ?? createLog({ conversationId, as: 'staff' });

/** `holdLog` for the staff's. */
export const holdStaffLog = (conversationId: string, log: Log): (() => void) =>
  holdLog(staffKey(conversationId), log);

/**
 * Hears a log until the last of its holders has let go.
 * @returns lets go
 */
export function holdLog(conversationId: string, log: Log): () => void {
  const open = held.get(conversationId);
  const entry = open?.log === log ? open : { log, holders: 0 };
  if (!open) held.set(conversationId, entry);
  entry.holders += 1;
  // An end that was told to the holder before (signed out) may be over by now.
  if (entry.holders > 1 && log.store.getState().end) log.reopen();
  log.start();
  let isGone = false;
  return () => {
    if (isGone) return;
    isGone = true;
    entry.holders -= 1;
    if (entry.holders > 0) return;
    log.stop();
    if (held.get(conversationId) === entry) held.delete(conversationId);
  };
}
