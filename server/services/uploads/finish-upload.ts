import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import type { DocumentTable, UploadTable } from '../../store/schema.ts';
import { findDocumentById, insertDocument } from '../../store/documents.ts';
import {
  findUploadById,
  listUnfinishedUploads,
  markUploadDone,
  markUploadWhole,
} from '../../store/uploads.ts';
import type { PhotoResult } from '../photos/photo-result.ts';
import { examineRecording, isStatementField, type Recording } from '../statements/recording.ts';
import { JOBS } from '../run-jobs.ts';
import { insertJob } from '../../store/jobs.ts';
import { bytesHere, dropBytes, uploadPath } from './upload-files.ts';

/** Key in object storage and place for the seal of one size of a document. */
export function documentObject(id: string, size: 'full' | 'thumb'): { key: string; place: string } {
  return { key: `document/${id}/${size}`, place: `document.${size}.${id}` };
}

/** Fingerprint of the file as it was sent, keyed: tells that the same photo came twice, and nothing to a thief. */
async function indexFile(parts: Parts, path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return parts.seal.blindIndex('photo', hash.digest('hex'));
}

async function keep(parts: Parts, id: string, result: PhotoResult | Recording): Promise<void> {
  if (result.state === 'rejected') return;
  for (const size of ['full', 'thumb'] as const) {
    const { key, place } = documentObject(id, size);
    const bytes = result[size];
    if (bytes) await parts.objects.put(key, parts.seal.sealBytes(place, bytes));
  }
}

/** The document and its audit entry, once, whoever comes first. Nothing when the upload was taken away meanwhile. */
async function record(
  parts: Parts,
  id: string,
  result: PhotoResult | Recording,
  photoIndex: string,
): Promise<boolean> {
  return parts.store.write(async (tx) => {
    const upload = await findUploadById(tx, id);
    if (!upload) return false;
    const isKept = result.state === 'received';
    const recording = isKept && 'media' in result ? result : undefined;
    const now = parts.clock.now();
    const isNew = await insertDocument(tx, {
      id,
      owner: upload.owner,
      draft_id: upload.draft_id,
      claim_id: null,
      field: upload.field,
      state: result.state,
      reason: isKept ? null : result.reason,
      full_key: isKept ? documentObject(id, 'full').key : null,
      thumb_key: isKept && result.thumb ? documentObject(id, 'thumb').key : null,
      bytes: isKept ? result.full.byteLength : upload.bytes,
      width: isKept ? result.width : null,
      height: isKept ? result.height : null,
      photo_index: photoIndex,
      reading_sealed: null,
      media_type: recording?.media ?? null,
      seconds: recording?.seconds ?? null,
      created_at: now,
    });
    await markUploadDone(tx, id, now);
    if (isNew && isKept && !recording) {
      await insertJob(tx, {
        id: parts.ids.id(),
        kind: 'read-document',
        subject: id,
        runAt: now,
        now,
      });
    }
    if (isNew) {
      await addAudit(tx, parts, {
        actor: { kind: 'customer', id: upload.owner },
        action: isKept ? 'document-received' : 'document-rejected',
        subject: { kind: 'document', id },
        detail: {
          draft: upload.draft_id,
          field: upload.field,
          ...(isKept ? {} : { reason: result.reason }),
        },
      });
    }
    return true;
  });
}

async function finish(parts: Parts, row: UploadTable): Promise<DocumentTable | undefined> {
  const { id } = row;
  if (row.state === 'done') return findDocumentById(parts.store.db, id);
  const here = await bytesHere(parts, id);
  if (here === undefined) return findDocumentById(parts.store.db, id);
  if (here < row.bytes) return undefined;
  const path = uploadPath(parts, id);
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (row.state === 'open') {
    await parts.store.write((tx) => markUploadWhole(tx, id, parts.clock.now()));
  }
  const photoIndex = await indexFile(parts, path);
  const result = isStatementField(parts, row.field)
    ? await examineRecording(path)
    : await parts.photos.clean(path);
  await keep(parts, id, result);
  const isRecorded = await record(parts, id, result, photoIndex);
  if (!isRecorded) {
    for (const size of ['full', 'thumb'] as const)
      await parts.objects.delete(documentObject(id, size).key);
  }
  parts.hints.notify(JOBS);
  await dropBytes(parts, id);
  return findDocumentById(parts.store.db, id);
}

/** Under way in this process, by store and id: two questions at once are one piece of work. */
const underWay = new WeakMap<Parts['store'], Map<string, Promise<DocumentTable | undefined>>>();

/**
 * Makes a document of an upload whose bytes are all here: cleaned, sealed into object storage, recorded with its audit
 * entry, the bytes dropped. May be called any number of times, also after the process died anywhere in between: each
 * stage leaves what the next call needs. Two processes at it at once do the work twice and record it once.
 * @returns the document; nothing while bytes are missing or when there is no such upload
 * @throws CleanerError, ObjectStoreError or the store's error: the bytes stay, call again
 */
export async function finishUpload(parts: Parts, id: string): Promise<DocumentTable | undefined> {
  const mine = underWay.get(parts.store) ?? new Map<string, Promise<DocumentTable | undefined>>();
  underWay.set(parts.store, mine);
  const running = mine.get(id);
  if (running) return running;
  const work = (async () => {
    const row = await findUploadById(parts.store.db, id);
    return row && finish(parts, row);
  })().finally(() => mine.delete(id));
  mine.set(id, work);
  return work;
}

/**
 * Finishes what the process died over: uploads of a draft that are whole and not yet documents. Call before a draft's
 * documents are listed and before it is submitted. A failure is logged, and the upload stays for the next call.
 */
export async function finishUploadsOfDraft(parts: Parts, draftId: string): Promise<void> {
  for (const id of await listUnfinishedUploads(parts.store.db, draftId)) {
    try {
      await finishUpload(parts, id);
    } catch (error) {
      parts.log.error('upload-not-finished', error, { upload: id });
    }
  }
}
