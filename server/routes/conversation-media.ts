import { createRoute, z } from '@hono/zod-openapi';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { commonProblems, jsonAnswer, notFoundProblem, pathId, rawBody } from '../http/answers.ts';
import { Id, IdParam } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { ConversationFileSchema } from '../http/conversation-schemas.ts';
import { AsQuery, partyOf } from '../http/party.ts';
import { ProblemError } from '../http/problem.ts';
import { problemAnswer } from '../http/schemas.ts';
import type { Parts } from '../parts.ts';
import { caption, CLIP_BYTES } from '../services/handoff/caption.ts';
import { keepFile, openFile } from '../services/handoff/conversation-files.ts';
import { voiceConfig } from '../services/handoff/voice-config.ts';

const tags = ['conversations'];
const refusals = {
  401: problemAnswer('Not signed in as staff'),
  403: problemAnswer('Not in this conversation'),
  ...notFoundProblem,
};

const send = createRoute({
  method: 'post',
  path: '/api/conversations/{id}/files',
  tags,
  summary: 'Send a photo or a voice note as it is; a message then names it',
  request: {
    params: IdParam,
    query: z.object(AsQuery),
    body: rawBody,
  },
  responses: {
    ...commonProblems,
    ...refusals,
    201: jsonAnswer('Kept', ConversationFileSchema),
    409: problemAnswer('The conversation has ended'),
    429: problemAnswer('More than a person can send: Retry-After'),
    503: problemAnswer('It could not be looked through just now: Retry-After'),
  },
});

const open = createRoute({
  method: 'get',
  path: '/api/conversations/{id}/files/{fileId}',
  tags,
  summary: 'A photo or a voice note of a conversation',
  request: {
    params: z.object({ id: IdParam.shape.id, fileId: Id }),
    query: z.object(AsQuery),
  },
  responses: {
    200: {
      description: 'The file',
      content: Object.fromEntries(
        ['image/jpeg', 'audio/mp4', 'audio/webm', 'audio/ogg'].map((type) => [
          type,
          { schema: z.string().openapi({ format: 'binary' }) },
        ]),
      ),
    },
    ...refusals,
    422: commonProblems[422],
    503: problemAnswer('The file is not there just now'),
  },
});

const captions = createRoute({
  method: 'post',
  path: '/api/conversations/{id}/captions',
  tags,
  summary: 'What staff say in a clip of a call, for the page to show the customer; neither is kept',
  request: {
    params: IdParam,
    query: z.object(AsQuery),
    body: rawBody,
  },
  responses: {
    ...commonProblems,
    ...refusals,
    200: jsonAnswer(
      'What was heard; empty where nothing was',
      z.object({ text: z.string() }).openapi('Caption'),
    ),
    429: problemAnswer('More than a person can say: Retry-After'),
    503: problemAnswer('Nothing can write it down just now'),
  },
});

const voice = createRoute({
  method: 'get',
  path: '/api/voice/config',
  tags,
  summary: 'Servers for a call in the page, with credentials that end by themselves',
  request: { query: z.object(AsQuery) },
  responses: {
    200: jsonAnswer(
      'The servers',
      z
        .object({
          iceServers: z
            .array(
              z.object({
                urls: z.array(z.string()).readonly(),
                username: z.string().optional(),
                credential: z.string().optional(),
              }),
            )
            .readonly(),
          ttlSeconds: z.int(),
          isRecorded: z.boolean(),
          notice: z.int(),
          recordingDays: z.int().optional(),
          canCaption: z.boolean().optional(),
        })
        .openapi('VoiceConfig'),
    ),
    ...refusals,
    422: commonProblems[422],
  },
});

/** Reads a body up to a limit, whatever its header says of its length. @throws ProblemError 413 */
async function readBody(request: Request, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > most) {
      await reader?.cancel();
      throw new ProblemError('file-too-large', 413);
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** Photos and voice notes in a conversation, and what a call needs. */
export function conversationMediaRoutes(app: App, parts: Parts): void {
  app.openapi(send, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const party = await partyOf(c, parts, c.req.valid('query').as);
    const bytes = await readBody(c.req.raw, handoffLimits.fileBytes);
    return c.json(await keepFile(parts, party, id, bytes), 201);
  });
  app.openapi(open, async (c) => {
    const { id, fileId } = c.req.valid('param');
    const party = await partyOf(c, parts, c.req.valid('query').as);
    const file = await openFile(parts, party, pathId(id), pathId(fileId));
    return new Response(Buffer.from(file.bytes), {
      headers: {
        'content-type': file.fileType,
        'content-disposition': 'inline',
        'cache-control': 'private, max-age=3600',
      },
    });
  });
  app.openapi(captions, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const party = await partyOf(c, parts, c.req.valid('query').as);
    const bytes = await readBody(c.req.raw, CLIP_BYTES);
    return c.json({ text: await caption(parts, party, id, { bytes, lng: c.var.lng }) }, 200);
  });
  app.openapi(voice, async (c) => {
    const party = await partyOf(c, parts, c.req.valid('query').as);
    const whose = party.side === 'agent' ? party.staff.id : party.who.sessionId;
    const canCaption = parts.speech.caption ? { canCaption: true } : {};
    return c.json({ ...voiceConfig(parts, whose), ...canCaption }, 200);
  });
}
