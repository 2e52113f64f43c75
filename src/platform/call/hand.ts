import type { VoiceConfig } from '#domain/api/conversation.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import type { CallParts } from './call-parts.ts';
import type { CallEnding } from './call-view.ts';
import type { Candidate, Peer } from './peer.ts';
import { microphoneTrouble } from './sound.ts';

/** The call in hand. */
export interface Hand {
  callId: string;
  isTheirs: boolean;
  /** Theirs, until it is answered. */
  offer?: string;
  /** Ours as the log will show it, and whether it has: who is first there has called. */
  offerId?: string;
  isOfferSeen: boolean;
  /** The other side knows of it. */
  isSaid: boolean;
  early: (Candidate | null)[];
  /** Ours, until the other side knows what they belong to. */
  held?: (Candidate | null)[];
  config?: VoiceConfig;
  stream?: MediaStream;
  sound?: MediaStream;
  peer?: Peer;
  consent?: (isGiven: boolean) => void;
  timer?: ReturnType<typeof setTimeout>;
  restartedAt: number;
  isOver: boolean;
}

export const newHand = (callId: string, isTheirs: boolean): Hand => ({
  callId,
  isTheirs,
  isOfferSeen: false,
  isSaid: isTheirs,
  early: [],
  restartedAt: 0,
  isOver: false,
});

const LATE = Symbol('late');

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => setTimeout(() => reject(LATE), ms)),
  ]);
}

/** How far the preparations are, to whoever shows them. */
interface Preparing {
  show: (phase: 'preparing' | 'consent') => void;
  sayConsent: (isGiven: boolean, notice: number) => void;
  finish: (ending: CallEnding) => void;
}

/**
 * Settings, the customer's yes or no to a recording, the microphone.
 * @returns false: it has ended meanwhile
 */
export async function prepare(
  it: Hand,
  as: 'customer' | 'staff',
  parts: Pick<CallParts, 'config' | 'microphone'>,
  { show, sayConsent, finish }: Preparing,
): Promise<boolean> {
  show('preparing');
  try {
    it.config = await within(parts.config(), handoffLimits.callWithinMs);
  } catch {
    finish('unreachable');
  }
  if (it.isOver || !it.config) return false;
  const { isRecorded, notice } = it.config;
  if (isRecorded && as === 'customer') {
    show('consent');
    const isGiven = await new Promise<boolean>((resolve) => (it.consent = resolve));
    if (it.isOver) return false;
    sayConsent(isGiven, notice);
    show('preparing');
  }
  let stream: MediaStream;
  try {
    stream = await parts.microphone();
  } catch (error) {
    finish(microphoneTrouble(error));
    return false;
  }
  // The person may have thought better of it while the phone asked.
  if (it.isOver) for (const track of stream.getTracks()) track.stop();
  else for (const track of stream.getTracks()) track.onended = () => finish('lost');
  it.stream = stream;
  return !it.isOver;
}
