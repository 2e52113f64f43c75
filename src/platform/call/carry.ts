import { createStore } from 'zustand/vanilla';
import type { VoiceConfig } from '#domain/api/conversation.ts';
import { isKind, type EventActor, type StreamEvent } from '#domain/handoff/events.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { createBeside } from './beside.ts';
import type { CallParts } from './call-parts.ts';
import { atRest, callTimes, reasonOf, type CallEnding, type CallView } from './call-view.ts';
import { newHand, prepare, type Hand } from './hand.ts';
import type { Candidate, Peer, PeerState } from './peer.ts';
import type { SignalBody, SignalKind } from './signals.ts';

/** After these nobody is there to talk to. */
const PARTINGS = new Set(['closed', 'transferred', 'requeued']);
export type Carrier = ReturnType<typeof createCarrier>;

/** Makes a connection of what the log says and what the person taps; every way in which it can end has its word. */
export function createCarrier(as: 'customer' | 'staff', parts: CallParts) {
  const { signals, ear, mark } = parts;
  const me: EventActor = as === 'staff' ? 'agent' : 'customer';
  const store = createStore<CallView>()(() => atRest);
  const show = (change: Partial<CallView>) => store.setState(change);
  const phase = () => store.getState().phase;
  const beside = createBeside(as, parts, store);
  const ours = new Set<string>();
  let hand: Hand | undefined;

  const say = (it: Hand, kind: SignalKind, body: SignalBody = {}) => {
    const { clientId, sent } = signals.say(kind, { callId: it.callId, ...body });
    ours.add(clientId);
    sent.catch(() => {
      // Both hear each other already: what else is said about it matters no more.
      if (phase() !== 'talking') finish(it, 'unreachable');
    });
    return clientId;
  };

  const within5 = (it: Hand) => arm(it, handoffLimits.callWithinMs, 'unreachable');
  const arm = (it: Hand, ms: number, ending: CallEnding) => {
    clearTimeout(it.timer);
    it.timer = setTimeout(() => finish(it, ending), ms);
  };

  /** @param isTold the other side knows already, or knows of no call */
  function finish(it: Hand, ending: CallEnding, { isTold = false, isSilent = false } = {}): void {
    if (it.isOver) return;
    it.isOver = true;
    clearTimeout(it.timer);
    beside.end();
    it.peer?.close();
    for (const track of it.stream?.getTracks() ?? []) track.stop();
    ear.close();
    if (it.isSaid && !isTold) say(it, 'call-ended', { reason: reasonOf(ending) });
    if (hand !== it) return;
    hand = undefined;
    mark.write(null);
    if (isSilent) store.setState(atRest, true);
    else
      store.setState(
        { ...atRest, phase: 'ended', ending, isTheirs: it.isTheirs, isEndedHere: !isTold },
        true,
      );
  }

  const begin = (callId: string, isTheirs: boolean): Hand => {
    hand = newHand(callId, isTheirs);
    store.setState({ ...atRest, isTheirs }, true);
    return hand;
  };
  const ready = (it: Hand) =>
    prepare(it, as, parts, {
      show: (next) => show({ phase: next }),
      sayConsent: (given, notice) => void say(it, 'consent', { what: 'recording', given, notice }),
      finish: (ending) => finish(it, ending),
    });

  const hear = async (it: Hand) => {
    if (!it.sound) return;
    const isHeard = await ear.hear(it.sound);
    if (!it.isOver) show({ needsTap: !isHeard });
  };
  const noteState = (it: Hand, state: PeerState) => {
    if (it.isOver) return;
    if (state === 'connected') {
      clearTimeout(it.timer);
      const { since = Date.now() } = store.getState();
      show({ phase: 'talking', since, isBroken: false });
    } else if (phase() !== 'talking') {
      if (state === 'failed') finish(it, 'unreachable');
    } else {
      if (!store.getState().isBroken) arm(it, callTimes.lostMs, 'lost');
      show({ isBroken: true });
      void restart(it);
    }
  };
  /** What we are comes first, the ways to us after it: they would be taken for another call's. */
  const describe = (
    it: Hand,
    kind: 'call-offer' | 'call-answer',
    sdp: string,
  ): string | undefined => {
    if (it.isOver) return undefined;
    const clientId = say(it, kind, { sdp });
    const { held = [] } = it;
    it.held = undefined;
    for (const candidate of held) say(it, 'call-candidate', { candidate });
    return clientId;
  };
  const connect = (it: Hand): Peer => {
    it.held = [];
    const [config, stream] = [it.config as VoiceConfig, it.stream as MediaStream];
    const peer = parts.createPeer(config, stream, {
      onCandidate: (candidate) => {
        if (it.isOver) return;
        if (it.held) it.held.push(candidate);
        else say(it, 'call-candidate', { candidate });
      },
      onSound: (sound) => {
        it.sound = sound;
        void hear(it);
      },
      onState: (state) => noteState(it, state),
      onPicture: beside.onPicture,
      onWord: beside.onWord,
    });
    it.peer = peer;
    beside.begin(peer, stream, config.canCaption === true);
    for (const candidate of it.early.splice(0)) void peer.add(candidate);
    return peer;
  };
  /** Whoever called looks for another way, the other side answers: both at once would meet in the middle. */
  const restart = async (it: Hand) => {
    const now = Date.now();
    if (it.isTheirs || !it.peer || now - it.restartedAt < callTimes.restartEveryMs) return;
    it.restartedAt = now;
    try {
      describe(it, 'call-offer', await it.peer.offer(true));
    } catch {
      // The next word of the network tries again; in the end the time does.
    }
  };
  /** @param work what may fail where the browser cannot do it, or the other side says what nobody understands */
  const trying = async (it: Hand, work: () => Promise<void>) => {
    try {
      await work();
    } catch {
      finish(it, it.peer ? 'unreachable' : 'unsupported');
    }
  };

  const take = (it: Hand) =>
    trying(it, async () => {
      if (!(await ready(it))) return;
      show({ phase: 'connecting' });
      within5(it);
      describe(it, 'call-answer', await connect(it).answer(it.offer ?? ''));
    });
  const reach = (it: Hand) =>
    trying(it, async () => {
      if (!(await ready(it))) return;
      // They called meanwhile: their call is taken.
      const sdp = it.isTheirs ? undefined : await connect(it).offer();
      if (it.isOver) return;
      if (it.isTheirs || sdp === undefined) return giveWay(it);
      show({ phase: 'calling' });
      arm(it, callTimes.ringMs, 'missed');
      it.isSaid = true;
      mark.write(it.callId);
      it.offerId = describe(it, 'call-offer', sdp);
    });
  /** Both called, and theirs is first in the log: it is taken with the microphone that is open already. */
  async function giveWay(it: Hand): Promise<void> {
    it.peer?.close();
    mark.write(it.callId);
    show({ phase: 'connecting', isTheirs: true });
    within5(it);
    describe(it, 'call-answer', await connect(it).answer(it.offer ?? ''));
  }

  const ringing = (callId: string, sdp: string) => {
    const it = begin(callId, true);
    it.offer = sdp;
    if (!parts.canCall()) return finish(it, 'unsupported');
    show({ phase: 'incoming' });
    arm(it, callTimes.ringMs + callTimes.laterMs, 'missed');
  };
  const theyOffer = (callId: string, sdp: string) => {
    const it = hand;
    if (it?.callId === callId) {
      // The same call by another way.
      if (!it.isTheirs || !it.peer) return;
      void trying(it, async () => {
        describe(it, 'call-answer', await (it.peer as Peer).answer(sdp));
      });
    } else if (!it) ringing(callId, sdp);
    else if (it.isTheirs || phase() === 'connecting' || phase() === 'talking') {
      // A page of theirs was opened anew and calls again.
      finish(it, 'lost', { isTold: true, isSilent: true });
      ringing(callId, sdp);
    } else if (!it.isOfferSeen) {
      const isWaiting = phase() === 'calling';
      Object.assign(it, { callId, isTheirs: true, offer: sdp, isSaid: true, early: [] });
      if (isWaiting) void trying(it, () => giveWay(it));
    }
  };

  const note = (event: StreamEvent) => {
    const it = hand;
    if (PARTINGS.has(event.kind)) {
      if (it) finish(it, 'hung-up', { isTold: event.kind === 'closed' });
      return;
    }
    const isOurs = event.actor === me;
    if (isKind(event, 'call-offer')) {
      if (!isOurs) theyOffer(event.body.callId, event.body.sdp);
      else if (it && event.clientId === it.offerId) it.isOfferSeen = true;
      return;
    }
    // Of a call that is over, or of another page's.
    if (!it || event.body.callId !== it.callId) return;
    const isElsewhere = isOurs && !ours.has(event.clientId);
    if (isKind(event, 'call-answer')) {
      if (isElsewhere && it.isTheirs && phase() !== 'talking')
        finish(it, 'hung-up', { isTold: true, isSilent: true });
      else if (!isOurs && !it.isTheirs && it.peer) {
        if (phase() === 'calling') {
          show({ phase: 'connecting' });
          within5(it);
        }
        void trying(it, () => (it.peer as Peer).accept(event.body.sdp));
      }
    } else if (isKind(event, 'call-candidate') && !isOurs) {
      const candidate = event.body.candidate as Candidate | null;
      if (it.peer) void it.peer.add(candidate);
      else it.early.push(candidate);
    } else if (isKind(event, 'call-ended')) {
      const { reason } = event.body;
      const isMissed = reason === 'hung-up' && it.isTheirs && phase() === 'incoming';
      if (isElsewhere) finish(it, 'hung-up', { isTold: true, isSilent: true });
      else if (!isOurs) finish(it, isMissed ? 'missed' : reason, { isTold: true });
    }
  };

  return {
    me,
    store,
    beside,
    show,
    phase,
    hand: () => hand,
    begin,
    finish,
    reach,
    take,
    restart,
    hear,
    note,
  };
}
