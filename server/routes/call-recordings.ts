import { createRoute, z } from '@hono/zod-openapi';
import { recordingReasons } from '#domain/handoff/recording.ts';
import {
  commonProblems,
  jsonAnswer,
  jsonBody,
  notFoundProblem,
  pathId,
  rawBody,
} from '../http/answers.ts';
import { IdParam } from '../http/api-schemas.ts';
import { readRange } from '../http/byte-range.ts';
import type { App } from '../http/context.ts';
import { CallId } from '../http/conversation-schemas.ts';
import { AsQuery, partyOf } from '../http/party.ts';
import { ProblemError } from '../http/problem.ts';
import { problemAnswer } from '../http/schemas.ts';
import type { Parts } from '../parts.ts';
import {
  hearForReason,
  hearOwn,
  recordingsOf,
  type Sound,
} from '../services/call-recording/hear-recording.ts';
import { keepPiece } from '../services/call-recording/keep-piece.ts';
import { removeRecording } from '../services/call-recording/remove-recording.ts';

const tags = ['conversations'];
const CallParams = z.object({ id: IdParam.shape.id, callId: CallId });
const refusals = {
  401: problemAnswer('Not signed in as staff'),
  403: problemAnswer('Not theirs to do'),
  ...notFoundProblem,
};
const sound = (description: string) => ({
  description,
  content: Object.fromEntries(
    ['audio/webm', 'audio/mp4'].map((type) => [
      type,
      { schema: z.string().openapi({ format: 'binary' }) },
    ]),
  ),
});

const piece = createRoute({
  method: 'put',
  path: '/api/conversations/{id}/recordings/{callId}/pieces/{piece}',
  tags,
  summary:
    'The next piece of a call’s sound, while its customer’s yes stands; once more is the same',
  request: {
    params: CallParams.extend({ piece: z.coerce.number().int().min(0).max(20_000) }),
    query: z.object(AsQuery),
    body: rawBody,
  },
  responses: {
    ...commonProblems,
    ...refusals,
    200: jsonAnswer(
      'Kept',
      z.object({ pieces: z.int() }).openapi('KeptPieces', { description: 'How many are there' }),
    ),
    409: problemAnswer('No yes stands for this call, or another piece comes next'),
  },
});

const list = createRoute({
  method: 'get',
  path: '/api/conversations/{id}/recordings',
  tags,
  summary: 'Calls of a conversation that were recorded with the customer’s yes and can be heard',
  request: { params: IdParam, query: z.object(AsQuery) },
  responses: {
    200: jsonAnswer(
      'The recordings',
      z
        .object({
          recordings: z.array(
            z.object({
              callId: z.string(),
              startedAt: z.string().openapi({ format: 'date-time' }),
              seconds: z.int(),
              keptUntil: z.string().openapi({ format: 'date-time' }),
            }),
          ),
        })
        .openapi('CallRecordings'),
    ),
    ...refusals,
    422: commonProblems[422],
  },
});

const own = createRoute({
  method: 'get',
  path: '/api/conversations/{id}/recordings/{callId}/sound',
  tags,
  summary: 'A recording for its customer',
  request: {
    params: CallParams,
    query: z.object(AsQuery),
    headers: z.object({ range: z.string().optional().openapi({ example: 'bytes=0-1' }) }),
  },
  responses: {
    200: sound('The whole recording'),
    206: sound('The part that was asked for'),
    ...refusals,
    416: problemAnswer('The part lies behind its end'),
    422: commonProblems[422],
    503: problemAnswer('It is not there just now'),
  },
});

const hear = createRoute({
  method: 'post',
  path: '/api/conversations/{id}/recordings/{callId}/hear',
  tags,
  summary: 'A recording for staff, for a reason that is written down first',
  request: {
    params: CallParams,
    query: z.object(AsQuery),
    body: jsonBody(z.strictObject({ reason: z.enum(recordingReasons) }).openapi('HearRecording')),
  },
  responses: {
    ...commonProblems,
    ...refusals,
    200: sound('The whole recording'),
    503: problemAnswer('It is not there just now'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/conversations/{id}/recordings/{callId}',
  tags,
  summary: 'Takes a recording away, at any time: the customer’s alone',
  request: { params: CallParams, query: z.object(AsQuery) },
  responses: { 204: { description: 'It is gone' }, ...refusals, 422: commonProblems[422] },
});

function answerSound({ bytes, type }: Sound, header: string | undefined): Response {
  const size = bytes.byteLength;
  const range = readRange(header, size);
  if (range === 'unsatisfiable')
    throw new ProblemError('range-unsatisfiable', 416, {
      headers: { 'content-range': `bytes */${size}` },
    });
  const { from, to } = range ?? { from: 0, to: size - 1 };
  return new Response(Buffer.from(bytes.subarray(from, to + 1)), {
    status: range ? 206 : 200,
    headers: {
      'content-type': type,
      'content-length': String(to + 1 - from),
      'content-disposition': 'inline; filename="call"',
      // iOS plays nothing from a server that does not say so.
      'accept-ranges': 'bytes',
      ...(range ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

/** Recordings of calls: kept piece by piece under the customer's yes, heard by both for themselves, taken away by one. */
export function callRecordingRoutes(app: App, parts: Parts): void {
  app.openapi(piece, async (c) => {
    const { id, callId, piece: number } = c.req.valid('param');
    const party = await partyOf(c, parts, c.req.valid('query').as);
    const bytes = new Uint8Array(await c.req.raw.arrayBuffer());
    const it = { conversationId: pathId(id), callId, piece: number, bytes };
    return c.json(await keepPiece(parts, party, it), 200);
  });
  app.openapi(list, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const party = await partyOf(c, parts, c.req.valid('query').as);
    return c.json({ recordings: await recordingsOf(parts, party, id) }, 200);
  });
  app.openapi(own, async (c) => {
    const { id, callId } = c.req.valid('param');
    const party = await partyOf(c, parts, c.req.valid('query').as);
    return answerSound(await hearOwn(parts, party, pathId(id), callId), c.req.header('range'));
  });
  app.openapi(hear, async (c) => {
    const { id, callId } = c.req.valid('param');
    const party = await partyOf(c, parts, c.req.valid('query').as);
    const asked = { conversationId: pathId(id), callId, reason: c.req.valid('json').reason };
    return answerSound(await hearForReason(parts, party, asked), undefined);
  });
  app.openapi(remove, async (c) => {
    const { id, callId } = c.req.valid('param');
    const party = await partyOf(c, parts, c.req.valid('query').as);
    await removeRecording(parts, party, pathId(id), callId);
    return c.body(null, 204);
  });
}
