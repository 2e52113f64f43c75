import { z } from '@hono/zod-openapi';
import { callHttp } from '../http-call.ts';
import { SpeechError, type Speech } from './speech.ts';

const answer = z.object({ text: z.string() });

/**
 * The insurer's service that writes down what is said: `POST <url>?lng=zh-CN` with the recording as the body and its
 * `Content-Type` → `{ "text": "…" }`, empty where nothing was understood. What it answers is kept only once its owner has
 * said yes to it.
 */
export function createHttpTranscribe(options: {
  url: string;
  token?: string;
  timeoutMs?: number;
}): NonNullable<Speech['transcribe']> {
  return async ({ bytes, type, lng }) => {
    const url = new URL(options.url);
    url.searchParams.set('lng', lng);
    try {
      const response = await callHttp({
        method: 'POST',
        url: url.href,
        file: { bytes, type },
        token: options.token,
        timeoutMs: options.timeoutMs ?? 20_000,
        // Somebody waits for it on the page, where it is a help and nothing more.
        tries: 1,
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new Error(`the service that writes down speech answered ${response.status}`);
      }
      return answer.parse(await response.json()).text;
    } catch (cause) {
      throw new SpeechError('what was said was not written down', { cause });
    }
  };
}
