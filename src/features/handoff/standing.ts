import type { HelpRequest } from '#domain/api/help.ts';
import {
  isKind,
  type CloseReason,
  type ConversationState,
  type StreamEvent,
  type WaitBand,
} from '#domain/handoff/events.ts';

export type Phase = 'waiting' | 'offered' | 'active' | 'agent-lost' | 'passing-on' | 'closed';

/** How a conversation stands, as the band at its top says it. */
export interface Standing {
  phase: Phase;
  /** 1 is next; absent where nobody has said. */
  position?: number;
  waitSeconds?: WaitBand | null;
  /** Waits again, near the front. */
  isBack: boolean;
  /** Somebody in more need was put before: a place that went back says why. */
  isLater: boolean;
  staffName?: string;
  closeReason?: CloseReason;
  /** The conversation that this one was joined to. */
  mergedInto?: string;
}

const start: Standing = { phase: 'waiting', isBack: false, isLater: false };

function step(now: Standing, event: StreamEvent): Standing {
  if (isKind(event, 'requested')) return start;
  if (isKind(event, 'place')) {
    const { position, waitSeconds, why } = event.body;
    return {
      ...now,
      position,
      waitSeconds,
      isLater: why === 'longer-credit' || why === 'call-due',
    };
  }
  if (isKind(event, 'offered')) return { ...now, phase: 'offered' };
  if (isKind(event, 'offer-expired')) return { ...now, phase: 'waiting' };
  if (isKind(event, 'taken')) return { ...start, phase: 'active', staffName: event.body.staffName };
  if (isKind(event, 'agent-lost')) return { ...now, phase: 'agent-lost' };
  if (isKind(event, 'agent-back')) return { ...now, phase: 'active' };
  if (isKind(event, 'transferred')) return { ...now, phase: 'passing-on' };
  if (isKind(event, 'requeued'))
    // Passing on is waiting with a better name for it.
    return { ...start, phase: now.phase === 'passing-on' ? now.phase : 'waiting', isBack: true };
  if (isKind(event, 'closed')) {
    const { reason, mergedInto } = event.body;
    return { ...now, phase: 'closed', closeReason: reason, mergedInto };
  }
  if (isKind(event, 'reopened')) return { ...start, isBack: true };
  return now;
}

/**
 * How it stands after these events. The state and the place that the server has said since count more: they are true
 * also where the log is still on its way.
 */
export function standingOf(
  events: readonly StreamEvent[],
  state: ConversationState | undefined,
  request?: HelpRequest,
): Standing {
  const told = events.reduce(step, start);
  const phaseOf = (): Phase => {
    if (state === 'closed') return 'closed';
    const isHere = told.phase === 'active' || told.phase === 'agent-lost';
    if (state === 'active') return isHere || told.phase === 'passing-on' ? told.phase : 'active';
    if (state === 'waiting') return isHere || told.phase === 'closed' ? 'waiting' : told.phase;
    return told.phase;
  };
  const phase = phaseOf();
  if (!request || phase === 'closed') return { ...told, phase };
  return {
    ...told,
    phase,
    staffName: told.staffName ?? request.staffName,
    ...(request.state === 'waiting' && request.position > 0
      ? { position: request.position, waitSeconds: request.waitSeconds }
      : {}),
  };
}

/** A wait in whole minutes, at least one. */
export function minutesOf({ low, high }: WaitBand): { low: number; high: number } {
  const inMinutes = (seconds: number) => Math.max(1, Math.round(seconds / 60));
  return { low: inMinutes(low), high: inMinutes(high) };
}
