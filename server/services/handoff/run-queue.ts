import type { Parts } from '../../parts.ts';
import { isAnybodyThere } from '../../store/queue.ts';
import { closeStale } from './close-conversation.ts';
import { dispatchOffers } from './dispatch-offers.ts';
import { findLostAgents } from './find-lost-agents.ts';
import { beatLiveStreams } from './presence.ts';
import { QUEUE } from './subjects.ts';
import { sweepHints } from './sweep-hints.ts';
import { tellPlaces } from './tell-places.ts';

/** The queue is looked at this often without a hint. */
const TICK_MS = 1000;
/** Changes of a moment are looked at together. */
const SETTLE_MS = 100;
const BEAT_MS = 5000;

/** One round: who is lost, who is asked for whom, who is told their place, what has ended by itself. */
export async function runQueue(parts: Parts): Promise<void> {
  if (!(await isAnybodyThere(parts.store.db))) return;
  await findLostAgents(parts);
  await closeStale(parts);
  await dispatchOffers(parts);
  await tellPlaces(parts);
}

/**
 * Runs the queue and the sweep for lost hints in this process until stopped; every process of an installation does.
 * @returns a function that stops it and resolves when the round in hand is finished
 */
export function startQueue(parts: Parts): () => Promise<void> {
  const stop = new AbortController();
  const isOn = (): boolean => !stop.signal.aborted && !parts.hints.isClosed();
  const pause = (ms: number): Promise<void> => parts.hints.wait('pause', ms, stop.signal);
  // A database that is away for a moment ends nothing.
  const every = async (ms: number, name: string, work: () => Promise<unknown>) => {
    while (isOn()) {
      await work().catch((error: unknown) => parts.log.error(name, error));
      await pause(ms);
    }
  };
  const queue = async () => {
    let beatAt = 0;
    const watch = parts.hints.watch(QUEUE);
    while (isOn()) {
      try {
        // By the clock that deadlines go by: a test that moves it loses nobody who is there.
        if (Math.abs(parts.clock.now() - beatAt) >= BEAT_MS) {
          beatAt = parts.clock.now();
          await beatLiveStreams(parts);
        }
        await runQueue(parts);
      } catch (error) {
        parts.log.error('queue-failed', error);
      }
      await pause(SETTLE_MS);
      await watch.wait(TICK_MS, stop.signal);
    }
    watch.end();
  };
  const done = Promise.all([queue(), every(TICK_MS, 'sweep-failed', () => sweepHints(parts))]);
  return async () => {
    stop.abort();
    await done;
  };
}
