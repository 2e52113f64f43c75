import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, pathId } from '../http/answers.ts';
import { DraftDocumentSchema, IdempotencyHeader, IdParam } from '../http/api-schemas.ts';
import { readRange } from '../http/byte-range.ts';
import type { App } from '../http/context.ts';
import { once } from '../http/idempotency.ts';
import { ProblemError } from '../http/problem.ts';
import { problemAnswer } from '../http/schemas.ts';
import { needWho, readWho } from '../http/sessions.ts';
import { readStaff } from '../http/staff.ts';
import type { Parts } from '../parts.ts';
import { openPhoto } from '../services/open-photo.ts';
import { leaveDocument } from '../services/photos/leave-document.ts';
import { turnDocument } from '../services/photos/turn-document.ts';
import { JOBS } from '../services/run-jobs.ts';
import { KEPT_TYPE, PDF_PAGES_MAX } from '../services/photos/photo-result.ts';
import { mediaTypes } from '../services/statements/media.ts';
import { openMedia } from '../services/statements/open-media.ts';
import { transcribe } from '../services/statements/transcribe.ts';

const image = createRoute({
  method: 'get',
  path: '/api/documents/{id}/image',
  tags: ['photos'],
  summary:
    'A photo, or a page of a PDF, as we keep it: for its owner, and for staff once it is part of a claim',
  request: {
    params: IdParam,
    query: z.object({
      size: z.enum(['thumb', 'full']).default('full'),
      page: z.coerce.number().int().min(1).max(PDF_PAGES_MAX).default(1),
    }),
  },
  responses: {
    200: {
      description: 'JPEG, upright, without metadata',
      content: { [KEPT_TYPE]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
    404: problemAnswer('No such photo for this visitor'),
  },
});

const turn = createRoute({
  method: 'post',
  path: '/api/documents/{id}/turn',
  tags: ['photos'],
  summary: 'Turns a photo of an open draft clockwise; what was read from it is read anew',
  request: {
    params: IdParam,
    headers: IdempotencyHeader,
    body: jsonBody(
      z.object({ quarters: z.int().min(1).max(3).openapi({ example: 1 }) }).openapi('Turn'),
    ),
  },
  responses: {
    200: jsonAnswer('The document; its pictures are turned ones from now on', DraftDocumentSchema),
    404: problemAnswer('No such photo of this visitor'),
    409: problemAnswer('Part of a claim that was sent'),
    422: problemAnswer('Not 1 to 3 quarters'),
  },
});

const leave = createRoute({
  method: 'put',
  path: '/api/documents/{id}/as-it-is',
  tags: ['photos'],
  summary: 'Its owner leaves a photo of an open draft as it is: nobody asks about it again',
  request: { params: IdParam },
  responses: {
    200: jsonAnswer('The document', DraftDocumentSchema),
    404: problemAnswer('No such photo of this visitor'),
    409: problemAnswer('Part of a claim that was sent'),
  },
});

const anyMedia = Object.fromEntries(
  mediaTypes.map((type) => [type, { schema: z.string().openapi({ format: 'binary' }) }]),
);

const media = createRoute({
  method: 'get',
  path: '/api/documents/{id}/media',
  tags: ['statements'],
  summary: 'A recording as it was sent: for its owner, and for staff once it is part of a claim',
  request: {
    params: IdParam,
    headers: z.object({ range: z.string().optional().openapi({ example: 'bytes=0-1' }) }),
  },
  responses: {
    200: { description: 'The whole recording', content: anyMedia },
    206: { description: 'The part that was asked for', content: anyMedia },
    404: problemAnswer('No such recording for this visitor'),
    416: problemAnswer('The part lies behind its end'),
  },
});

const transcript = createRoute({
  method: 'post',
  path: '/api/documents/{id}/transcript',
  tags: ['statements'],
  summary: 'What is said in a recording, for its owner to say yes to; kept nowhere before that',
  request: { params: IdParam },
  responses: {
    200: jsonAnswer(
      'What was heard; without `text` where nothing was, or nothing can write it down',
      z.object({ text: z.string().optional() }).openapi('Transcript'),
    ),
    404: problemAnswer('No such recording of this visitor'),
    503: problemAnswer('The service does not answer'),
  },
});

export function documentRoutes(app: App, parts: Parts): void {
  app.openapi(media, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const header = c.req.header('range');
    const [who, staff] = [await readWho(c, parts), await readStaff(c, parts)];
    const isBeginning = !/^bytes=[1-9]/.test(header ?? '');
    const { bytes, type } = await openMedia(parts, { who, staff }, id, isBeginning);
    const size = bytes.byteLength;
    const range = readRange(header, size);
    if (range === 'unsatisfiable') {
      const headers = { 'content-range': `bytes */${size}` };
      throw new ProblemError('range-unsatisfiable', 416, { headers });
    }
    const { from, to } = range ?? { from: 0, to: size - 1 };
    return c.body(new Uint8Array(bytes.subarray(from, to + 1)), range ? 206 : 200, {
      'content-type': type,
      'content-length': String(to + 1 - from),
      'content-disposition': 'inline; filename="statement"',
      // iOS plays nothing from a server that does not say so.
      'accept-ranges': 'bytes',
      ...(range ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  app.openapi(transcript, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const text = await transcribe(parts, await needWho(c, parts), id, c.var.lng);
    return c.json({ ...(text === undefined ? {} : { text }) }, 200);
  });

  app.openapi(turn, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const { quarters } = c.req.valid('json');
    const who = await needWho(c, parts);
    const answer = await once(c, parts, who, async (tx) => ({
      status: 200,
      body: await turnDocument(tx, parts, who, id, quarters),
    }));
    parts.hints.notify(JOBS);
    return c.json(answer.body, 200);
  });

  app.openapi(leave, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const who = await needWho(c, parts);
    return c.json(await parts.store.write((tx) => leaveDocument(tx, parts, who, id)), 200);
  });

  app.openapi(image, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const { size, page } = c.req.valid('query');
    const [who, staff] = [await readWho(c, parts), await readStaff(c, parts)];
    const bytes = await openPhoto(parts, { who, staff }, id, size, page);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': KEPT_TYPE,
      'content-length': String(bytes.byteLength),
      'content-disposition': 'inline; filename="photo.jpg"',
      // Health papers: kept by no cache, run by no browser.
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
}
