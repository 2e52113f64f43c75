import { callHttp } from '../http-call.ts';
import { clipTypeOf, SpeechError, type Speech } from './speech.ts';

/** A sentence of 200 characters is 60 s at most; as plain WAV of 16 kHz that is below this. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * The insurer's speech service behind HTTP: `POST <url> { text, lng, voice }` → the sound as it is, with its
 * `Content-Type` (MP3 and AAC play everywhere). At the voice's normal pace: the page slows it down itself.
 */
export function createHttpSpeech(options: {
  url: string;
  token?: string;
  timeoutMs?: number;
}): Speech {
  return {
    kind: 'http',
    make: async ({ lng, text }, voice) => {
      let response: Response;
      try {
        response = await callHttp({
          method: 'POST',
          url: options.url,
          accept: 'audio/mpeg, audio/mp4, audio/aac, audio/ogg, audio/wav',
          body: { text, lng, voice },
          token: options.token,
          timeoutMs: options.timeoutMs ?? 8000,
          // Somebody waits to hear it: a second try would come too late.
          tries: 1,
        });
      } catch (cause) {
        throw new SpeechError('the speech service was not reached', { cause });
      }
      const type = clipTypeOf(response.headers.get('content-type'));
      if (!response.ok || !type) {
        await response.body?.cancel();
        throw new SpeechError(
          response.ok
            ? 'the speech service sent no sound'
            : `the speech service answered ${response.status}`,
        );
      }
      let bytes: Uint8Array;
      try {
        bytes = new Uint8Array(await response.arrayBuffer());
      } catch (cause) {
        throw new SpeechError('the speech service broke off', { cause });
      }
      if (bytes.length === 0 || bytes.length > MOST_BYTES)
        throw new SpeechError(`the speech service sent ${bytes.length} bytes`);
      return { bytes, type };
    },
  };
}
