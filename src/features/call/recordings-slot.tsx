import { useEffect, useMemo, useState, type ComponentType } from 'react';
import { isKind, type StreamEvent } from '#domain/handoff/events.ts';
import { loadWords } from '#platform/i18n/words.ts';
import type { LogView } from '#platform/log/log.ts';
import type { RecordingsProps } from './recordings.tsx';

/**
 * Whether somebody said yes to a recording here, and how often something has changed about it since: what is to be heard
 * is looked up anew. Absent while a call goes on, whose recording is not whole.
 */
export function recordingRound(events: readonly StreamEvent[]): number | undefined {
  if (!events.some((event) => isKind(event, 'consent') && event.body.given)) return undefined;
  const calls = events.filter(({ kind }) => kind === 'call-offer' || kind === 'call-ended');
  if (calls[calls.length - 1]?.kind === 'call-offer') return undefined;
  return events.filter(({ kind }) => kind === 'call-ended' || kind === 'recording-removed').length;
}

/** The place of recorded calls in a conversation; brought only where somebody said yes to one. */
export function RecordingsSlot({ id, view }: { id: string; view: LogView }) {
  const [part, setPart] = useState<{ Recordings: ComponentType<RecordingsProps> }>();
  const round = useMemo(() => recordingRound(view.events), [view.events]);
  const isWanted = round !== undefined;
  useEffect(() => {
    if (!isWanted) return;
    Promise.all([import('./recordings.tsx'), loadWords(['recording'])]).then(
      ([{ Recordings }]) => setPart({ Recordings }),
      // Nobody is waiting for it: the next visit brings it.
      () => undefined,
    );
  }, [isWanted]);
  return part && isWanted ? <part.Recordings id={id} round={round} /> : null;
}
