import type { VoiceConfig } from '#domain/api/conversation.ts';
import { api } from '#platform/api/client.ts';
import { openCamera } from './camera.ts';
import { canCall } from './can-call.ts';
import type { CaptionEvents } from './caption-writer.ts';
import { createPeer } from './peer.ts';
import { createSignals, type Signals } from './signals.ts';
import { createEar, openMicrophone, type Ear } from './sound.ts';

/** What a call needs of the device and of the server; tests bring their own. */
export interface CallParts {
  signals: Signals;
  ear: Ear;
  canCall: () => boolean;
  microphone: () => Promise<MediaStream>;
  camera: () => Promise<MediaStream>;
  /**
   * Has written down what staff say, clip by clip, until the returned function is called; the customer's own words are
   * not written down.
   */
  writeDown?: (microphone: MediaStream, heard: CaptionEvents) => () => void;
  config: () => Promise<VoiceConfig>;
  createPeer: typeof createPeer;
  /** The call of this tab, past a reload of its page. */
  mark: { read: () => string | null; write: (callId: string | null) => void };
}

const KEY = 'sl_call';

/** @param conversationId where one tab has several talks, each of which may have a call: the desk */
function markOf(conversationId?: string): CallParts['mark'] {
  const key = conversationId ? `${KEY}_${conversationId}` : KEY;
  return {
    read: () => {
      try {
        return sessionStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write: (callId) => {
      try {
        if (callId) sessionStorage.setItem(key, callId);
        else sessionStorage.removeItem(key);
      } catch {
        // Without it a reload is told to the other side by the network alone, some seconds later.
      }
    },
  };
}

/** What writes comes when a customer first asks for it. */
const writerFor =
  (conversationId: string): NonNullable<CallParts['writeDown']> =>
  (microphone, heard) => {
    let stop: (() => void) | undefined;
    let isOver = false;
    import('./caption-writer.ts').then(
      ({ writeDown }) => {
        if (!isOver) stop = writeDown(conversationId, microphone, heard);
      },
      () => {
        if (!isOver) heard.onFailing(true);
      },
    );
    return () => {
      isOver = true;
      stop?.();
    };
  };

/** @param element touched by the first tap, so that it may sound */
export function browserParts(
  conversationId: string,
  as: 'customer' | 'staff',
  element?: HTMLAudioElement,
): CallParts {
  return {
    signals: createSignals(conversationId, as),
    ear: createEar(element),
    canCall,
    microphone: openMicrophone,
    camera: openCamera,
    writeDown: as === 'staff' ? writerFor(conversationId) : undefined,
    config: () => api.get<VoiceConfig>(`/api/voice/config${as === 'staff' ? '?as=staff' : ''}`),
    createPeer,
    mark: markOf(as === 'staff' ? conversationId : undefined),
  };
}
