import { createHmac } from 'node:crypto';
import type { VoiceConfig } from '#domain/api/conversation.ts';
import { RECORDING_NOTICE } from '#domain/handoff/recording.ts';
import type { Parts } from '../../parts.ts';

/** A call may last so long on one set of credentials; the page asks again for each call. */
const TTL_S = 4 * 3600;

/**
 * Servers for a call, with a TURN name and password that end by themselves (`use-auth-secret` of coturn: name is the
 * end in seconds and whose it is, password its HMAC-SHA1 under the shared secret).
 * @param whose an id that the TURN server's log may show: no name and no telephone
 */
export function voiceConfig(parts: Pick<Parts, 'config' | 'clock'>, whose: string): VoiceConfig {
  const { stunUrls, turnUrls, turnSecret, recording } = parts.config.voice;
  const username = `${Math.floor(parts.clock.now() / 1000) + TTL_S}:${whose}`;
  return {
    iceServers: [
      ...(stunUrls.length > 0 ? [{ urls: stunUrls }] : []),
      ...(turnUrls.length > 0 && turnSecret
        ? [
            {
              urls: turnUrls,
              username,
              credential: createHmac('sha1', turnSecret).update(username).digest('base64'),
            },
          ]
        : []),
    ],
    ttlSeconds: TTL_S,
    isRecorded: recording?.isAskedFirst ?? false,
    notice: RECORDING_NOTICE,
    ...(recording ? { recordingDays: recording.days } : {}),
  };
}
