import { open } from 'node:fs/promises';
import { ScannerError } from '../../adapters/scanner/scanner.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import type { DocumentTable, UploadTable } from '../../store/schema.ts';
import type { LeasedJob } from '../../store/store.ts';
import { findDocumentById, insertDocument } from '../../store/documents.ts';
import {
  findUploadById,
  listUnfinishedUploads,
  markUploadDone,
  markUploadWhole,
} from '../../store/uploads.ts';
import { documentObject, dropPictures } from '../photos/kept-picture.ts';
import type { PhotoResult } from '../photos/photo-result.ts';
import { examineRecording, isStatementField, type Recording } from '../statements/recording.ts';
import { JOBS } from '../run-jobs.ts';
import { insertJob } from '../../store/jobs.ts';
import { endAsSame, fingerprint, type Fingerprint } from './same-file.ts';
import { bytesHere, dropBytes, uploadPath } from './upload-files.ts';

/** A scanner that is down is asked again so often, ms. */
const CHECK_AGAIN_MS = 30_000;

/** What the scanner says: its own name for what it found, nothing when clean, `down` when it could not look. */
async function scan(parts: Parts, id: string, path: string): Promise<{ found?: string } | 'down'> {
  try {
    const result = await parts.scanner.scan(path);
    return result.kind === 'found' ? { found: result.name } : {};
  } catch (error) {
    if (!(error instanceof ScannerError)) throw error;
    parts.log.error('upload-not-scanned', error, { upload: id });
    return 'down';
  }
}

/** The document of an upload as it is while nothing is known of what is in it. */
function newDocument(
  upload: UploadTable,
  state: DocumentTable['state'],
  print: Fingerprint,
  now: number,
): DocumentTable {
  return {
    id: upload.id,
    owner: upload.owner,
    draft_id: upload.draft_id,
    claim_id: null,
    field: upload.field,
    state,
    reason: null,
    full_key: null,
    thumb_key: null,
    bytes: upload.bytes,
    width: null,
    height: null,
    photo_index: print.index,
    reading_sealed: null,
    media_type: null,
    seconds: null,
    pages: null,
    created_at: now,
  };
}

/**
 * Nobody opens a file before it was looked through. It is here and safe, its owner is told that it is being checked, the
 * claim goes on, and a job asks the scanner again.
 */
async function recordChecking(parts: Parts, id: string, print: Fingerprint): Promise<void> {
  await parts.store.write(async (tx) => {
    const upload = await findUploadById(tx, id);
    if (upload?.state !== 'whole') return;
    const now = parts.clock.now();
    if (await endAsSame(tx, upload, print, now)) return;
    const isNew = await insertDocument(tx, newDocument(upload, 'checking', print, now));
    if (!isNew) return;
    const runAt = now + CHECK_AGAIN_MS;
    await insertJob(tx, { id: parts.ids.id(), kind: 'finish-upload', subject: id, runAt, now });
  });
}

async function keep(parts: Parts, id: string, result: PhotoResult | Recording): Promise<void> {
  if (result.state === 'rejected') return;
  const pages = [result, ...('more' in result && result.more ? result.more : [])];
  for (const [i, page] of pages.entries()) {
    for (const size of ['full', 'thumb'] as const) {
      const { key, place } = documentObject(id, size, i + 1);
      const bytes = page[size];
      if (bytes) await parts.objects.put(key, parts.seal.sealBytes(place, bytes));
    }
  }
}

/** The document and its audit entry, once, whoever comes first. Nothing when the upload was taken away meanwhile. */
async function record(
  parts: Parts,
  id: string,
  result: PhotoResult | Recording,
  print: Fingerprint,
  found?: string,
): Promise<boolean> {
  return parts.store.write(async (tx) => {
    const upload = await findUploadById(tx, id);
    if (!upload || (await endAsSame(tx, upload, print, parts.clock.now()))) return false;
    const isKept = result.state === 'received';
    const recording = isKept && 'media' in result ? result : undefined;
    const now = parts.clock.now();
    const wasChecking = (await findDocumentById(tx, id))?.state === 'checking';
    const document = newDocument(upload, result.state, print, now);
    const isNew = await insertDocument(
      tx,
      isKept
        ? {
            ...document,
            full_key: documentObject(id, 'full').key,
            thumb_key: result.thumb ? documentObject(id, 'thumb').key : null,
            bytes: result.full.byteLength,
            width: result.width,
            height: result.height,
            media_type: recording?.media ?? null,
            seconds: recording?.seconds ?? null,
            pages: 'more' in result && result.more ? result.more.length + 1 : null,
          }
        : { ...document, reason: result.reason },
    );
    await markUploadDone(tx, id, now);
    // One that is refused only now has passed for good: its owner may have gone, or sent the claim.
    const next = isKept ? (recording ? undefined : 'read-document') : wasChecking && 'tell-remark';
    if (isNew && next) {
      await insertJob(tx, { id: parts.ids.id(), kind: next, subject: id, runAt: now, now });
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
          ...(found ? { found } : {}),
        },
      });
    }
    return true;
  });
}

const infected: PhotoResult = { state: 'rejected', reason: 'infected' };

function openFile(parts: Parts, row: UploadTable, path: string): Promise<PhotoResult | Recording> {
  return isStatementField(parts, row.field) ? examineRecording(path) : parts.photos.clean(path);
}

/** The document that an upload became, or was already. */
async function documentOf(parts: Parts, id: string): Promise<DocumentTable | undefined> {
  const upload = await findUploadById(parts.store.db, id);
  return findDocumentById(parts.store.db, upload?.same_as ?? id);
}

async function end(parts: Parts, id: string): Promise<DocumentTable | undefined> {
  await dropBytes(parts, id);
  return documentOf(parts, id);
}

async function finish(
  parts: Parts,
  row: UploadTable,
  isAgain: boolean,
): Promise<DocumentTable | undefined> {
  const { id } = row;
  if (row.state === 'done') return documentOf(parts, id);
  const here = await bytesHere(parts, id);
  if (here === undefined) return documentOf(parts, id);
  if (here < row.bytes) return undefined;
  // A page that is opened does not wait for a scanner that did not answer a moment ago: the job does.
  const earlier = isAgain ? undefined : await findDocumentById(parts.store.db, id);
  if (earlier?.state === 'checking') return earlier;
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
  const print = await fingerprint(parts, path);
  const isSame = await parts.store.write((tx) => endAsSame(tx, row, print, parts.clock.now()));
  if (isSame) return end(parts, id);
  const look = await scan(parts, id, path);
  if (look === 'down') {
    await recordChecking(parts, id, print);
    return documentOf(parts, id);
  }
  const result = look.found ? infected : await openFile(parts, row, path);
  await keep(parts, id, result);
  const isRecorded = await record(parts, id, result, print, look.found);
  if (!isRecorded) await dropPictures(parts, id);
  parts.hints.notify(JOBS);
  return end(parts, id);
}

/** Under way in this process, by store and id: two questions at once are one piece of work. */
const underWay = new WeakMap<Parts['store'], Map<string, Promise<DocumentTable | undefined>>>();

/**
 * Makes a document of an upload whose bytes are all here: cleaned, sealed into object storage, recorded with its audit
 * entry, the bytes dropped. May be called any number of times, also after the process died anywhere in between: each
 * stage leaves what the next call needs. Two processes at it at once do the work twice and record it once. Bytes that this
 * answer has already make no second document.
 * @param isAgain ask the scanner again where it did not answer; otherwise such a document stays `checking`
 * @returns the document, the first one's for the same bytes; nothing while bytes are missing or when there is no such upload
 * @throws CleanerError, ObjectStoreError or the store's error: the bytes stay, call again
 */
export async function finishUpload(
  parts: Parts,
  id: string,
  isAgain = false,
): Promise<DocumentTable | undefined> {
  const mine = underWay.get(parts.store) ?? new Map<string, Promise<DocumentTable | undefined>>();
  underWay.set(parts.store, mine);
  const running = mine.get(id);
  if (running) return running;
  const work = (async () => {
    const row = await findUploadById(parts.store.db, id);
    return row && finish(parts, row, isAgain);
  })().finally(() => mine.delete(id));
  mine.set(id, work);
  return work;
}

/** The job of an upload whose scanner did not answer: asks again until it does. */
export async function checkUpload(parts: Parts, job: LeasedJob): Promise<void | { again: number }> {
  const document = await finishUpload(parts, job.subject, true);
  if (document?.state === 'checking') return { again: parts.clock.now() + CHECK_AGAIN_MS };
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
