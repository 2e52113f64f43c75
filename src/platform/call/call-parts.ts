import type { VoiceConfig } from '#domain/api/conversation.ts';
import { api } from '#platform/api/client.ts';
import { canCall } from './can-call.ts';
import { createPeer } from './peer.ts';
import { createSignals, type Signals } from './signals.ts';
import { createEar, openMicrophone, type Ear } from './sound.ts';

/** What a call needs of the device and of the server; tests bring their own. */
export interface CallParts {
  signals: Signals;
  ear: Ear;
  canCall: () => boolean;
  microphone: () => Promise<MediaStream>;
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
    config: () => api.get<VoiceConfig>(`/api/voice/config${as === 'staff' ? '?as=staff' : ''}`),
    createPeer,
    mark: markOf(as === 'staff' ? conversationId : undefined),
  };
}
