import { z } from '@hono/zod-openapi';
import { ERRORS, Metadata, Server } from '@tus/server';
import { ownersOf, type App, type AppContext, type Who } from '../http/context.ts';
import { ProblemError } from '../http/problem.ts';
import { once } from '../http/idempotency.ts';
import { problemAnswer } from '../http/schemas.ts';
import { needWho } from '../http/sessions.ts';
import type { Parts } from '../parts.ts';
import { beginUpload, type NewUpload } from '../services/uploads/begin-upload.ts';
import { finishUpload } from '../services/uploads/finish-upload.ts';
import { MAX_UPLOAD_BYTES } from '../services/uploads/limits.ts';
import { removeUpload } from '../services/uploads/remove-upload.ts';
import { isUploadId, UploadFiles } from '../services/uploads/upload-files.ts';
import type { DocumentTable } from '../store/schema.ts';
import { findUpload } from '../store/uploads.ts';

const PATH = '/api/uploads';

/** What the protocol's refusals are called in our problems; a code without an entry here is `upload-malformed`. */
const codes: Readonly<Record<number, string>> = {
  404: 'not-found',
  409: 'upload-offset',
  410: 'upload-gone',
  412: 'upload-version',
  413: 'photo-too-large',
  500: 'internal',
};

/** Reads what a client says of a new upload, before anything is kept. */
function readNewUpload(c: AppContext): NewUpload {
  const length = c.req.header('upload-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) throw new ProblemError('upload-malformed', 400);
  let facts: Record<string, string | null>;
  try {
    facts = Metadata.parse(c.req.header('upload-metadata') ?? '');
  } catch (cause) {
    throw new ProblemError('upload-malformed', 400, { cause });
  }
  const { draftId, field, filename, filetype } = facts;
  const missing = Object.entries({ draftId, field }).filter(([, value]) => !value);
  if (!draftId || !field) {
    const errors = missing.map(([name]) => ({ field: name, code: 'required' }));
    throw new ProblemError('upload-malformed', 422, { errors });
  }
  return {
    draftId,
    field,
    filename: filename ?? '',
    fileType: filetype ?? '',
    bytes: Number(length),
  };
}

/** Headers that tell what became of a finished photo, for a client that need not ask again. */
function stateHeaders(id: string, document: DocumentTable | undefined): Record<string, string> {
  if (!document) return {};
  return {
    'document-state': document.state,
    // It was here already: nothing was added, and this is the document.
    ...(document.id === id ? {} : { 'document-same-as': document.id }),
    ...(document.reason ? { 'document-reason': document.reason } : {}),
  };
}

/** All bytes are here and safe, so the upload is done whatever happens now; what fails is finished later. */
async function tryToFinish(parts: Parts, id: string): Promise<Record<string, string>> {
  try {
    return stateHeaders(id, await finishUpload(parts, id));
  } catch (error) {
    parts.log.error('upload-not-finished', error, { upload: id });
    return {};
  }
}

function idOf(c: AppContext): string {
  return c.req.path.slice(PATH.length + 1);
}

/** The upload of this address, if it is this visitor's. @throws ProblemError 404 */
async function needUpload(c: AppContext, parts: Parts, who: Who): Promise<string> {
  const id = idOf(c);
  const row = isUploadId(id) && (await findUpload(parts.store.db, id, ownersOf(who)));
  if (!row) throw new ProblemError('not-found', 404);
  return id;
}

/**
 * Photos on their way, by tus 1.0: an upload that was cut goes on where it stopped. Every verb asks whose it is.
 * The locker is this process's own: with several processes, the parts of one upload must come to the same one.
 */
export function uploadRoutes(app: App, parts: Parts): void {
  const begun = new WeakMap<Request, string>();
  const refused = new WeakMap<Request, ProblemError>();
  const tus = new Server({
    path: PATH,
    datastore: new UploadFiles(parts, (id) => removeUpload(parts, id)),
    maxSize: MAX_UPLOAD_BYTES,
    relativeLocation: true,
    // Same origin only: no other site's script may read an answer.
    allowedOrigins: () => false,
    namingFunction: (request) => begun.get(request as Request) ?? '',
    getFileIdFromRequest: (request) => new URL(request.url).pathname.slice(PATH.length + 1),
    onUploadFinish: async (_request, upload) => ({
      headers: await tryToFinish(parts, upload.id),
    }),
    onResponseError: (request, error) => {
      // The protocol's own refusals carry their status.
      if (!(error instanceof Error) || 'status_code' in error) return undefined;
      if (error instanceof ProblemError) refused.set(request as Request, error);
      else parts.log.error('upload-failed', error);
      return ERRORS.UNKNOWN_ERROR;
    },
  });

  /** The protocol's answer; its refusals in the form of all our errors. */
  const answer = async (c: AppContext): Promise<Response> => {
    const response = await tus.handleWeb(c.req.raw);
    response.headers.set('cache-control', 'no-store');
    if (response.status < 400) return response;
    await response.body?.cancel();
    const problem = refused.get(c.req.raw);
    if (problem) throw problem;
    const code = codes[response.status] ?? 'upload-malformed';
    throw new ProblemError(code, response.status, { headers: { 'tus-resumable': '1.0.0' } });
  };

  app.options(PATH, (c) => answer(c));
  app.options(`${PATH}/:id`, (c) => answer(c));

  app.post(PATH, async (c) => {
    if (!c.req.header('tus-resumable')) throw new ProblemError('upload-version', 412);
    const upload = readNewUpload(c);
    if (upload.bytes > MAX_UPLOAD_BYTES) throw new ProblemError('photo-too-large', 413);
    const who = await needWho(c, parts);
    let isNew = false;
    const { body } = await once(
      c,
      parts,
      who,
      async (tx) => {
        const id = await beginUpload(tx, parts, who, upload);
        isNew = true;
        return { status: 201, body: { id } };
      },
      JSON.stringify(upload),
    );
    if (isNew) {
      begun.set(c.req.raw, body.id);
      return answer(c);
    }
    // The answer to the first one was lost: the place that was made for it is given again.
    const location = `${PATH}/${body.id}`;
    return c.body(null, 201, { location, 'tus-resumable': '1.0.0' });
  });

  const headUpload = async (c: AppContext): Promise<Response> => {
    const id = await needUpload(c, parts, await needWho(c, parts));
    const state = await tryToFinish(parts, id);
    const response = await answer(c);
    for (const [name, value] of Object.entries(state)) response.headers.set(name, value);
    return response;
  };

  // Hono answers HEAD by the GET of a path. The photo itself is at /api/documents and only there.
  app.get(`${PATH}/:id`, async (c) => {
    if (c.req.method === 'HEAD') return headUpload(c);
    throw new ProblemError('method-not-allowed', 405, {
      headers: { allow: 'HEAD, PATCH, DELETE' },
    });
  });

  app.patch(`${PATH}/:id`, async (c) => {
    await needUpload(c, parts, await needWho(c, parts));
    return answer(c);
  });

  app.delete(`${PATH}/:id`, async (c) => {
    await needUpload(c, parts, await needWho(c, parts));
    return answer(c);
  });

  describe(app);
}

/** tus has its own specification; here it is named, so that the description of the API is whole. */
function describe(app: App): void {
  const tags = ['photos'];
  const refusals = {
    404: problemAnswer('No such draft or upload of this visitor'),
    412: problemAnswer('Not tus 1.0'),
    413: problemAnswer('Larger than 25 MB'),
  };
  const params = z.object({ id: z.string() });
  const register = app.openAPIRegistry.registerPath.bind(app.openAPIRegistry);
  register({
    method: 'post',
    path: PATH,
    tags,
    summary: 'Begin a resumable upload (tus 1.0); metadata draftId, field, filename, filetype',
    responses: { 201: { description: 'Location is where the bytes go' }, ...refusals },
  });
  register({
    method: 'head',
    path: `${PATH}/{id}`,
    tags,
    summary: 'How much has arrived',
    request: { params },
    responses: {
      200: {
        description:
          'Upload-Offset; once it is finished Document-State, and Document-Same-As where it was here already',
      },
      ...refusals,
    },
  });
  register({
    method: 'patch',
    path: `${PATH}/{id}`,
    tags,
    summary: 'More bytes',
    request: { params },
    responses: {
      204: { description: 'Upload-Offset; Document-State once it is finished' },
      ...refusals,
    },
  });
  register({
    method: 'delete',
    path: `${PATH}/{id}`,
    tags,
    summary: 'Take a photo away that is not part of a claim',
    request: { params },
    responses: { 204: { description: 'Gone' }, ...refusals },
  });
}
