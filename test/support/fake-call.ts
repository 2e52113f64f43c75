import { expect, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { VoiceConfig } from '#domain/api/conversation.ts';
import type { StreamEvent } from '#domain/handoff/events.ts';
import type { CallParts } from '#platform/call/call-parts.ts';
import type { createPeer, Peer, PeerEvents } from '#platform/call/peer.ts';
import { createCall } from '#platform/call/call.ts';
import { emptyLog } from '#platform/log/log-core.ts';
import type { LogView } from '#platform/log/log.ts';

type As = 'customer' | 'staff';

/** One connection of a test: it is through once both sides know each other, where the network lets it. */
export class FakePeer implements Peer {
  added: unknown[] = [];
  offers = 0;
  isClosed = false;
  camera: MediaStreamTrack | null = null;
  constructor(
    readonly events: PeerEvents,
    private readonly world: FakeCallWorld,
  ) {}
  async offer(isRestart = false): Promise<string> {
    this.offers += 1;
    queueMicrotask(() => this.events.onCandidate({ candidate: `way-${this.offers}` }));
    return isRestart ? 'offer-again' : 'offer';
  }
  async answer(offer: string): Promise<string> {
    if (offer === 'nonsense') throw new Error('nobody understands this');
    queueMicrotask(() => this.events.onCandidate({ candidate: 'way-of-answer' }));
    return 'answer';
  }
  async accept(): Promise<void> {
    if (!this.world.network.isBlocked) queueMicrotask(() => this.world.through());
  }
  async showCamera(track: MediaStreamTrack | null): Promise<void> {
    if (!this.world.network.carriesPictures) throw new Error('no place for a picture');
    this.camera = track;
  }
  tell(word: object): void {
    for (const other of this.world.others(this))
      queueMicrotask(() => other.events.onWord(JSON.parse(JSON.stringify(word))));
  }
  async add(candidate: unknown): Promise<void> {
    this.added.push(candidate);
  }
  close(): void {
    this.isClosed = true;
  }
}

export interface FakeTrack {
  enabled: boolean;
  isStopped: boolean;
  onended: (() => void) | null;
  stop: () => void;
}

function fakeDevice(opened: FakeTrack[]): MediaStream {
  const track: FakeTrack = {
    enabled: true,
    isStopped: false,
    onended: null,
    stop: () => (track.isStopped = true),
  };
  opened.push(track);
  const all = () => [track];
  return { getTracks: all, getAudioTracks: all, getVideoTracks: all } as never;
}

/** One conversation with a page at each end, in one process: what one writes, all read in the same order. */
export class FakeCallWorld {
  events: StreamEvent[] = [];
  network = { isBlocked: false, isLogOff: false, carriesPictures: true };
  private readonly stores = new Set<StoreApi<LogView>>();
  private readonly peers = new Set<FakePeer>();
  private count = 0;

  through(): void {
    for (const peer of this.peers) if (!peer.isClosed) peer.events.onState('connected');
  }
  others(peer: FakePeer): FakePeer[] {
    return [...this.peers].filter((one) => one !== peer && !one.isClosed);
  }
  state(state: 'broken' | 'failed'): void {
    for (const peer of this.peers) if (!peer.isClosed) peer.events.onState(state);
  }
  write(kind: string, actor: StreamEvent['actor'], body: object, clientId = `w${++this.count}`) {
    const seq = this.events.length + 1;
    const at = new Date().toISOString();
    this.events = [...this.events, { seq, clientId, kind, actor, body: { ...body }, at }];
    for (const store of this.stores) store.setState({ events: this.events, lastSeq: seq });
  }
  kinds(actor?: StreamEvent['actor']): string[] {
    return this.events
      .filter((event) => (!actor || event.actor === actor) && event.kind !== 'call-candidate')
      .map(({ kind, body }) => (typeof body.reason === 'string' ? `${kind} ${body.reason}` : kind));
  }

  /** A page of one side; another one of the same side is another tab. */
  page(as: As, given: Partial<CallParts> & { config?: () => Promise<VoiceConfig> } = {}) {
    const store = createStore<LogView>()(() => ({
      ...emptyLog,
      events: this.events,
      lastSeq: this.events.length,
      isLoaded: true,
      link: 'live' as const,
      sending: [],
      isOtherTyping: false,
      isOutboxKept: true,
    }));
    this.stores.add(store);
    const actor = as === 'staff' ? 'agent' : 'customer';
    const tracks: FakeTrack[] = [];
    const cameras: FakeTrack[] = [];
    const peers: FakePeer[] = [];
    const going: unknown[] = [];
    let marked: string | null = null;
    const parts: CallParts = {
      signals: {
        say: (kind, body) => {
          const clientId = `${as}-${++this.count}`;
          const sent = Promise.resolve().then(() => {
            if (this.network.isLogOff) throw new Error('no network');
            this.write(kind, actor, body, clientId);
          });
          return { clientId, sent };
        },
        sayGoing: (kind, body) => going.push({ kind, ...body }),
      },
      ear: { open: () => undefined, hear: async () => true, close: () => undefined },
      canCall: () => true,
      microphone: async () => fakeDevice(tracks),
      camera: async () => fakeDevice(cameras),
      config: async () => ({ iceServers: [], ttlSeconds: 60, isRecorded: false, notice: 1 }),
      createPeer: ((_config, _stream, events) => {
        const peer = new FakePeer(events, this);
        peers.push(peer);
        this.peers.add(peer);
        return peer;
      }) satisfies typeof createPeer,
      mark: { read: () => marked, write: (callId) => (marked = callId) },
      ...given,
    };
    const call = createCall({ store }, as, parts);
    return { call, parts, tracks, cameras, peers, going, view: () => call.store.getState() };
  }
}

/** Lets so many ms pass, with vitest's clock in place of the real one. */
export const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** Both are in the conversation, and the first of the two calls. */
export async function ringing(who: As = 'customer') {
  const world = new FakeCallWorld();
  const customer = world.page('customer');
  const staff = world.page('staff');
  const [caller, called] = who === 'customer' ? [customer, staff] : [staff, customer];
  caller.call.call();
  await pass();
  return { world, customer, staff, caller, called };
}

/** The same, and the other one has answered. */
export async function talking(who: As = 'customer') {
  const all = await ringing(who);
  all.called.call.answer();
  await pass();
  expect([all.caller.view().phase, all.called.view().phase]).toEqual(['talking', 'talking']);
  return all;
}
