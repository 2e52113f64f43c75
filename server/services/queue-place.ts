import type { HelpRequest } from '#domain/api/help.ts';
import type { Parts } from '../parts.ts';
import { placeInQueue, recentHandlings } from '../store/conversations.ts';
import type { ConversationTable } from '../store/schema.ts';
import type { Db } from '../store/store.ts';

/** Fewer ended conversations than this say nothing of the next one (handoff.md §5). */
const SAMPLES_MIN = 20;
const SAMPLES_MAX = 200;
const RECENT_MS = 24 * 3_600_000;
const FLOOR_S = 60;

interface Handling {
  taken_at: number | null;
  closed_at: number | null;
  taken_by: string | null;
}

/**
 * How long the one at a place waits, as a band: place × median time of one conversation ÷ agents at work, from half
 * of it less to half of it more, never below a minute. Null where too little is known to say.
 */
export function waitBand(
  place: number,
  handlings: readonly Handling[],
): HelpRequest['waitSeconds'] {
  if (handlings.length < SAMPLES_MIN) return null;
  const times = handlings
    .flatMap(({ taken_at, closed_at }) =>
      taken_at !== null && closed_at !== null ? [closed_at - taken_at] : [],
    )
    .sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)];
  if (median === undefined) return null;
  const agents = new Set(handlings.map((handling) => handling.taken_by)).size || 1;
  const expected = (place * median) / agents / 1000;
  const low = Math.max(FLOOR_S, Math.round(expected / 2));
  return { low, high: Math.max(low, Math.round(expected * 1.5)) };
}

/** A conversation as its customer sees it: place and wait by the same order that the next one is taken by. */
export async function viewHelpRequest(
  db: Db,
  parts: Parts,
  row: ConversationTable,
): Promise<HelpRequest> {
  if (row.state !== 'waiting') {
    return {
      conversationId: row.id,
      state: row.state,
      position: 0,
      waitSeconds: null,
      isOpen: true,
      offersCallback: false,
    };
  }
  const position = await placeInQueue(db, row);
  const handlings = await recentHandlings(db, parts.clock.now() - RECENT_MS, SAMPLES_MAX);
  return {
    conversationId: row.id,
    state: row.state,
    position,
    waitSeconds: waitBand(position, handlings),
    isOpen: true,
    offersCallback: false,
  };
}
