import { browserParts } from '#platform/call/call-parts.ts';
import type { Call } from '#platform/call/call-view.ts';
import { createCall } from '#platform/call/call.ts';
import { ring } from '#platform/call/sound.ts';
import { holdLog } from '#platform/log/held-log.ts';
import type { Log } from '#platform/log/log.ts';
import { hush } from '#platform/speech/hush.ts';
import { keptCall, type KeptCall } from './kept-call.ts';

/**
 * What goes with a call wherever it is shown: it rings, and nothing else is said meanwhile.
 * @returns ends it
 */
export function accompany({ store }: Call): () => void {
  let unhush: (() => void) | undefined;
  let unring: (() => void) | undefined;
  const follow = (isCalm: boolean, isRinging: boolean) => {
    if (isCalm) unhush?.();
    unhush = isCalm ? undefined : (unhush ?? hush());
    if (!isRinging) unring?.();
    unring = isRinging ? (unring ?? ring()) : undefined;
  };
  const look = () => {
    const { phase } = store.getState();
    follow(phase === 'idle' || phase === 'ended', phase === 'incoming');
  };
  look();
  const unsubscribe = store.subscribe(look);
  return () => {
    unsubscribe();
    follow(true, false);
  };
}

/**
 * The call of this conversation, which lives on while the customer goes to other pages; a call of another conversation
 * ends.
 * @param element touched by the tap that brought this: that tap calls
 */
export function keepCall(id: string, log: Log, element?: HTMLAudioElement): KeptCall {
  const before = keptCall.getState().kept;
  if (before?.id === id) return before;
  before?.end();
  const letGo = holdLog(id, log);
  const call = createCall(log, 'customer', browserParts(id, 'customer', element));
  const alone = accompany(call);
  const unsubscribe = call.store.subscribe(({ phase }) => {
    // Over, and read or taken on another device: nothing of it stays on pages that have nothing to do with it.
    if (phase === 'idle' && keptCall.getState().isAway) kept.end();
  });
  const kept: KeptCall = {
    id,
    log,
    call,
    end: () => {
      unsubscribe();
      call.dispose();
      alone();
      letGo();
      if (keptCall.getState().kept === kept) keptCall.setState({ kept: undefined, isAway: false });
    },
  };
  keptCall.setState({ kept, isAway: false });
  if (element) call.call();
  return kept;
}

/**
 * Its card is on the screen.
 * @returns the card goes: a call that is under way goes on without it
 */
export function showKept(kept: KeptCall): () => void {
  keptCall.setState({ isAway: false });
  return () => {
    // Whoever looks at another page is heard there, and seen no longer.
    kept.call.setCamera(false);
    if (keptCall.getState().kept !== kept) return;
    const { phase } = kept.call.store.getState();
    if (phase === 'idle' || phase === 'ended') kept.end();
    else keptCall.setState({ isAway: true });
  };
}
