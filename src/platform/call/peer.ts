import type { VoiceConfig } from '#domain/api/conversation.ts';

export type Candidate = RTCIceCandidateInit;
/** `broken`: for the moment, it may come back. `failed`: not by itself. */
export type PeerState = 'connected' | 'broken' | 'failed';

export interface PeerEvents {
  onCandidate: (candidate: Candidate | null) => void;
  onSound: (stream: MediaStream) => void;
  onState: (state: PeerState) => void;
}

/** One connection, sound only. What comes from the other side is taken in its order, early candidates with it. */
export interface Peer {
  /** @param isRestart looks for another way through the network for the same call */
  offer: (isRestart?: boolean) => Promise<string>;
  answer: (offer: string) => Promise<string>;
  /** An answer to nothing that we asked is passed over. */
  accept: (answer: string) => Promise<void>;
  add: (candidate: Candidate | null) => Promise<void>;
  close: () => void;
}

/** @throws the browser's error where it cannot connect at all */
export function createPeer(
  config: Pick<VoiceConfig, 'iceServers'>,
  microphone: MediaStream,
  events: PeerEvents,
): Peer {
  const pc = new RTCPeerConnection({
    iceServers: config.iceServers.map((server) => ({ ...server, urls: [...server.urls] })),
  });
  let isKnown = false;
  let early: (Candidate | null)[] = [];
  for (const track of microphone.getAudioTracks()) pc.addTrack(track, microphone);
  pc.onicecandidate = ({ candidate }) => events.onCandidate(candidate ? candidate.toJSON() : null);
  pc.ontrack = ({ streams, track }) => events.onSound(streams[0] ?? new MediaStream([track]));
  pc.onconnectionstatechange = () => {
    if (pc.connectionState === 'connected') events.onState('connected');
    if (pc.connectionState === 'disconnected') events.onState('broken');
    if (pc.connectionState === 'failed') events.onState('failed');
  };

  const put = async (candidate: Candidate | null) => {
    try {
      await pc.addIceCandidate(candidate ?? undefined);
    } catch {
      // One of a way that is given up already, or of a kind that this browser does not know: others follow.
    }
  };
  const know = async (type: 'offer' | 'answer', sdp: string) => {
    await pc.setRemoteDescription({ type, sdp });
    isKnown = true;
    const waiting = early;
    early = [];
    for (const candidate of waiting) await put(candidate);
  };
  return {
    offer: async (isRestart = false) => {
      const offer = await pc.createOffer({ iceRestart: isRestart });
      await pc.setLocalDescription(offer);
      return offer.sdp ?? '';
    },
    answer: async (offer) => {
      await know('offer', offer);
      const answer = await pc.createAnswer();
      await pc.setLocalDescription(answer);
      return answer.sdp ?? '';
    },
    accept: async (answer) => {
      if (pc.signalingState === 'have-local-offer') await know('answer', answer);
    },
    add: async (candidate) => {
      if (isKnown) await put(candidate);
      else early.push(candidate);
    },
    close: () => {
      pc.onicecandidate = null;
      pc.ontrack = null;
      pc.onconnectionstatechange = null;
      pc.close();
    },
  };
}
