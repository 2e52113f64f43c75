import type { VoiceConfig } from '#domain/api/conversation.ts';

export type Candidate = RTCIceCandidateInit;
/** `broken`: for the moment, it may come back. `failed`: not by itself. */
export type PeerState = 'connected' | 'broken' | 'failed';

export interface PeerEvents {
  onCandidate: (candidate: Candidate | null) => void;
  onSound: (stream: MediaStream) => void;
  /** Once, before there is anything to see in it. */
  onPicture: (stream: MediaStream) => void;
  /** What the other side's page says beside the sound, as it came. */
  onWord: (word: unknown) => void;
  onState: (state: PeerState) => void;
}

/**
 * One connection: sound, an empty place for a picture each way, and a line for what the pages say to each other. A
 * camera that is put into its place later needs no new offer. What comes from the other side is taken in its order,
 * early candidates with it.
 */
export interface Peer {
  /** @param isRestart looks for another way through the network for the same call */
  offer: (isRestart?: boolean) => Promise<string>;
  answer: (offer: string) => Promise<string>;
  /** An answer to nothing that we asked is passed over. */
  accept: (answer: string) => Promise<void>;
  add: (candidate: Candidate | null) => Promise<void>;
  /** Puts a camera into the place of our picture, or takes it out. @throws Error where there is no such place */
  showCamera: (track: MediaStreamTrack | null) => Promise<void>;
  /** Told once the line is open; without the line, to nobody. */
  tell: (word: object) => void;
  close: () => void;
}

/** Whatever a browser cannot do of this is missed: the voice does without. */
function placeOf<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** Bits a second. A village's line carries them, and the voice beside them. */
const PICTURE_RATE = 400_000;

async function holdBack(sender: RTCRtpSender): Promise<void> {
  try {
    const parameters = sender.getParameters();
    for (const encoding of parameters.encodings) encoding.maxBitrate = PICTURE_RATE;
    await sender.setParameters(parameters);
  } catch {
    // The browser then finds its own rate.
  }
}

/** The pages' own line. Both open the same one, so that it needs no word of its own in the offer. */
function openLine(pc: RTCPeerConnection, onWord: (word: unknown) => void) {
  const line = placeOf(() => pc.createDataChannel('beside', { negotiated: true, id: 0 }));
  const waiting: string[] = [];
  const send = (text: string) => void placeOf(() => line?.send(text));
  if (line) {
    line.onopen = () => waiting.splice(0).forEach(send);
    line.onmessage = ({ data }: MessageEvent<unknown>) =>
      onWord(typeof data === 'string' ? placeOf(() => JSON.parse(data) as unknown) : undefined);
  }
  return {
    tell: (word: object) => {
      const text = JSON.stringify(word);
      if (line?.readyState === 'open') send(text);
      else if (line?.readyState === 'connecting') waiting.push(text);
    },
    close: () => {
      if (line) line.onmessage = line.onopen = null;
    },
  };
}

/** @throws the browser's error where it cannot connect at all */
export function createPeer(
  config: Pick<VoiceConfig, 'iceServers'>,
  microphone: MediaStream,
  events: PeerEvents,
): Peer {
  const pc = new RTCPeerConnection({
    iceServers: config.iceServers.map((server) => ({ ...server, urls: [...server.urls] })),
    // One way through the network for all of it: the place of a picture costs no candidates of its own.
    bundlePolicy: 'max-bundle',
  });
  let isKnown = false;
  let early: (Candidate | null)[] = [];
  let picture: RTCRtpTransceiver | undefined;
  for (const track of microphone.getAudioTracks()) pc.addTrack(track, microphone);
  pc.onicecandidate = ({ candidate }) => events.onCandidate(candidate ? candidate.toJSON() : null);
  const line = openLine(pc, events.onWord);
  pc.ontrack = ({ streams, track }) => {
    const stream = streams[0] ?? new MediaStream([track]);
    if (track.kind === 'video') events.onPicture(stream);
    else events.onSound(stream);
  };
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
      picture ??= placeOf(() => pc.addTransceiver('video', { direction: 'sendrecv' }));
      const offer = await pc.createOffer({ iceRestart: isRestart });
      await pc.setLocalDescription(offer);
      return offer.sdp ?? '';
    },
    answer: async (offer) => {
      await know('offer', offer);
      picture ??= placeOf(() => {
        const place = pc.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video');
        if (place) place.direction = 'sendrecv';
        return place;
      });
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
    showCamera: async (track) => {
      if (!picture?.currentDirection?.startsWith('send')) throw new Error('no place for a picture');
      await picture.sender.replaceTrack(track);
      if (track) await holdBack(picture.sender);
    },
    tell: line.tell,
    close: () => {
      line.close();
      pc.onicecandidate = null;
      pc.ontrack = null;
      pc.onconnectionstatechange = null;
      pc.close();
    },
  };
}
