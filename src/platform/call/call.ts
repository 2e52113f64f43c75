import type { StreamEvent } from '#domain/handoff/events.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { Log } from '#platform/log/log.ts';
import { callInLog } from './call-in-log.ts';
import type { CallParts } from './call-parts.ts';
import { atRest, callTimes, type Call } from './call-view.ts';
import { createCarrier } from './carry.ts';
import { followLog, watchPage } from './follow.ts';

/** Calls by voice within one conversation. Begins to hear its log at once. */
export function createCall(
  log: Pick<Log, 'store'>,
  as: 'customer' | 'staff',
  parts: CallParts,
): Call {
  const { signals, ear, mark } = parts;
  const { me, store, beside, show, phase, hand, begin, finish, reach, take, restart, hear, note } =
    createCarrier(as, parts);

  const begun = (events: readonly StreamEvent[]) => {
    const open = callInLog(events);
    const marked = mark.read();
    mark.write(null);
    if (marked) {
      // This page was opened anew in the middle of a call: the other side hears of it at once.
      const it = begin(marked, open?.by !== me);
      it.isSaid = open?.callId === marked;
      return finish(it, 'lost');
    }
    const isFresh = open && Date.now() - Date.parse(open.at) < callTimes.ringMs;
    if (!isFresh || open.by === me || open.isAnswered) return;
    for (const event of events) if (event.seq >= open.seq) note(event);
  };
  const unfollow = followLog(log, begun, note);

  const goes = () => {
    const it = hand();
    if (it?.isSaid && phase() !== 'incoming')
      signals.sayGoing('call-ended', { callId: it.callId, reason: 'lost' });
  };
  const moves = () => {
    const it = hand();
    if (it && phase() === 'talking') void restart(it);
  };
  const unwatch = watchPage(goes, moves);

  const withHand = (work: (it: NonNullable<ReturnType<typeof hand>>) => void) => () => {
    const it = hand();
    if (it) work(it);
  };
  return {
    store,
    call: () => {
      if (hand()) return;
      ear.open();
      const it = begin(newId(), false);
      if (parts.canCall()) void reach(it);
      else finish(it, 'unsupported');
    },
    answer: withHand((it) => {
      if (phase() !== 'incoming') return;
      ear.open();
      mark.write(it.callId);
      void take(it);
    }),
    refuse: withHand((it) => finish(it, 'refused', { isSilent: true })),
    consent: (isGiven) => hand()?.consent?.(isGiven),
    hangUp: withHand((it) => finish(it, 'hung-up')),
    setMuted: (isMuted) => {
      for (const track of hand()?.stream?.getAudioTracks() ?? []) track.enabled = !isMuted;
      show({ isMuted });
    },
    setCamera: beside.setCamera,
    noteSeen: beside.noteSeen,
    setCaptions: beside.setCaptions,
    listen: withHand((it) => {
      ear.open();
      void hear(it);
    }),
    sides: () => {
      const it = hand();
      if (!it) return undefined;
      const { callId, stream: mine, sound: theirs, config } = it;
      return { callId, mine, theirs, recordingDays: config?.recordingDays };
    },
    dismiss: () => {
      if (!hand()) store.setState(atRest, true);
    },
    dispose: () => {
      unfollow();
      unwatch();
      const isRinging = phase() === 'incoming';
      // It goes on ringing wherever else the conversation is open.
      withHand((it) => finish(it, 'hung-up', { isTold: isRinging, isSilent: true }))();
    },
  };
}
