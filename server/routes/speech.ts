import { createRoute, z } from '@hono/zod-openapi';
import { LONGEST_SPOKEN, MOST_SENTENCES } from '#domain/api/speech.ts';
import { clipEndings, SpeechError, type Clip } from '../adapters/speech/speech.ts';
import { CLIP_HASH } from '../adapters/speech/clip-hash.ts';
import { commonProblems, jsonAnswer, jsonBody } from '../http/answers.ts';
import type { App } from '../http/context.ts';
import { ProblemError } from '../http/problem.ts';
import { problemAnswer } from '../http/schemas.ts';
import type { Parts } from '../parts.ts';
import { SpeechBusyError } from '../services/speech/speech-desk.ts';

const LngSchema = z.enum(['zh-CN', 'en']);
const SentenceSchema = z.string().min(1).max(LONGEST_SPOKEN);

const OffersSchema = z
  .object({
    voice: z
      .string()
      .nullable()
      .openapi({ description: 'Null: this server speaks nothing, do not ask again' }),
    offers: z.array(
      z.object({
        state: z.enum(['ready', 'possible', 'none']),
        href: z.string().optional().openapi({
          description: 'Of a fixed sentence; any other is had by POST /api/speech/clip',
        }),
      }),
    ),
  })
  .openapi('SpeechOffers');

const sound = {
  description: 'The sentence as sound',
  content: Object.fromEntries(
    Object.keys(clipEndings).map((type) => [
      type,
      { schema: z.string().openapi({ format: 'binary' }) },
    ]),
  ),
};
const noSpeech = problemAnswer('The speech service does not answer, or there is none');

const offer = createRoute({
  method: 'post',
  path: '/api/speech',
  tags: ['speech'],
  summary: 'Which of these sentences can be heard',
  request: {
    body: jsonBody(
      z
        .strictObject({ lng: LngSchema, sentences: z.array(SentenceSchema).max(MOST_SENTENCES) })
        .openapi('SentencesToSpeak'),
    ),
  },
  responses: { 200: jsonAnswer('One offer for each, in order', OffersSchema), ...commonProblems },
});

const clip = createRoute({
  method: 'post',
  path: '/api/speech/clip',
  tags: ['speech'],
  summary: 'One sentence as sound; never stored, since it may be about somebody',
  request: {
    body: jsonBody(
      z.strictObject({ lng: LngSchema, sentence: SentenceSchema }).openapi('SentenceToSpeak'),
    ),
  },
  responses: { 200: sound, 503: noSpeech, ...commonProblems },
});

const fixed = createRoute({
  method: 'get',
  path: '/api/speech/{hash}',
  tags: ['speech'],
  summary: 'A fixed sentence of our pages as sound, by the hash of voice, language and words',
  request: {
    params: z.object({ hash: z.string().openapi({ param: { name: 'hash', in: 'path' } }) }),
  },
  responses: { 200: sound, 404: problemAnswer('No such sentence'), 503: noSpeech },
});

/** What failed on the way to the sound, as a customer's page understands it. */
function asProblem(cause: unknown): unknown {
  if (!(cause instanceof SpeechError || cause instanceof SpeechBusyError)) return cause;
  const wait = cause instanceof SpeechBusyError ? '3' : '20';
  return new ProblemError('speech-unavailable', 503, { cause, headers: { 'retry-after': wait } });
}

const soundHeaders = (made: Clip, cache: string): Record<string, string> => ({
  'content-type': made.type,
  'content-length': String(made.bytes.length),
  'cache-control': cache,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
});

export function speechRoutes(app: App, parts: Parts): void {
  app.openapi(offer, (c) => {
    const { lng, sentences } = c.req.valid('json');
    return c.json(parts.speech.offer(sentences.map((text) => ({ lng, text }))), 200);
  });

  app.openapi(clip, async (c) => {
    const { lng, sentence } = c.req.valid('json');
    try {
      const made = await parts.speech.clip({ lng, text: sentence });
      return c.body(new Uint8Array(made.bytes), 200, soundHeaders(made, 'private, no-store'));
    } catch (error) {
      throw asProblem(error);
    }
  });

  app.openapi(fixed, async (c) => {
    const { hash } = c.req.valid('param');
    let made: Clip | undefined;
    try {
      made = CLIP_HASH.test(hash) ? await parts.speech.fixedClip(hash) : undefined;
    } catch (error) {
      throw asProblem(error);
    }
    if (!made) throw new ProblemError('not-found', 404);
    // The name changes with the words and the voice: what it names never changes.
    const cache = 'public, max-age=31536000, immutable';
    return c.body(new Uint8Array(made.bytes), 200, soundHeaders(made, cache));
  });
}
