import type { StoreApi } from 'zustand/vanilla';
import type { CallEndReason } from '#domain/handoff/events.ts';
import { noCaptions, nothingSeen, type Captions, type Sight } from './beside-view.ts';
import type { MicrophoneTrouble } from './sound.ts';

/**
 * `preparing`: settings and microphone are being asked for. `consent`: the customer is asked whether it may be
 * recorded. `calling`: it rings at theirs. `incoming`: it rings here. `connecting`: taken, not yet heard.
 */
export type CallPhase =
  'idle' | 'preparing' | 'consent' | 'calling' | 'incoming' | 'connecting' | 'talking' | 'ended';

export type CallEnding = CallEndReason | MicrophoneTrouble;

/** A call as one side sees it. */
export interface CallView {
  phase: CallPhase;
  /** In `ended`. */
  ending?: CallEnding;
  /** This side ended it. */
  isEndedHere: boolean;
  /** They called. */
  isTheirs: boolean;
  isMuted: boolean;
  /** It broke and is being looked for again. */
  isBroken: boolean;
  /** The browser wants a tap before it lets the other side be heard. */
  needsTap: boolean;
  /** Ms of this device's clock: since when both are heard. */
  since?: number;
  sight: Sight;
  captions: Captions;
}

/** The call in hand, for what records it. */
export interface CallSides {
  callId: string;
  /** Our microphone and what is heard of the other side, once they are there. */
  mine?: MediaStream;
  theirs?: MediaStream;
  /** A recording may be asked for, and is kept so long. */
  recordingDays?: number;
}

/** Calls within one conversation, as one side makes and takes them. */
export interface Call {
  store: StoreApi<CallView>;
  /** Inside a tap. */
  call: () => void;
  /** 接. Inside a tap. */
  answer: () => void;
  refuse: () => void;
  consent: (isGiven: boolean) => void;
  hangUp: () => void;
  setMuted: (isMuted: boolean) => void;
  /** Our own camera. Inside a tap. */
  setCamera: (isOn: boolean) => void;
  /** Their picture is drawn. */
  noteSeen: () => void;
  /** The customer reads what staff say, or no longer. */
  setCaptions: (isOn: boolean) => void;
  /** After a tap that the browser wanted. */
  listen: () => void;
  sides: () => CallSides | undefined;
  /** The ending was read. */
  dismiss: () => void;
  /** The page goes: whoever is in a call hangs up. */
  dispose: () => void;
}

export const atRest: CallView = {
  phase: 'idle',
  isEndedHere: false,
  isTheirs: false,
  isMuted: false,
  isBroken: false,
  needsTap: false,
  sight: nothingSeen,
  captions: noCaptions,
};

/** What the other side is told: a microphone that cannot be had is a device that cannot call. */
export const reasonOf = (ending: CallEnding): CallEndReason =>
  ending.startsWith('microphone') ? 'unsupported' : (ending as CallEndReason);

/** Times in ms, beside `handoffLimits.callWithinMs`. */
export const callTimes = {
  /** So long it rings: somebody may have to find their glasses, and to decide about a recording. */
  ringMs: 45_000,
  /** A call that broke is looked for so long. */
  lostMs: 20_000,
  /** Whoever is called gives up so much later: the caller's word comes first. */
  laterMs: 5000,
  /** Another way through the network is looked for at most so often. */
  restartEveryMs: 4000,
} as const;
