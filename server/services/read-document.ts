import { NOTHING_READ } from '../adapters/reader/reader.ts';
import type { Parts } from '../parts.ts';
import { findDocumentById, saveReading } from '../store/documents.ts';
import type { LeasedJob } from '../store/store.ts';
import { documentObject } from './uploads/finish-upload.ts';

/** After so many tries the paper is one that cannot be read: its fields are asked. */
const TRIES_MAX = 3;

/**
 * Reads what a kept photo says and keeps it with its document. Nothing waits for it: while it has not happened, and
 * when it fails, the customer is asked and staff read.
 * @throws ReaderError to be tried again
 */
export async function readDocument(parts: Parts, job: LeasedJob): Promise<void> {
  const id = job.subject;
  const document = await findDocumentById(parts.store.db, id);
  if (!document || document.state !== 'received' || document.reading_sealed !== null) return;
  if (job.attempts > TRIES_MAX) {
    parts.log.warn('reading-given-up', { document: id });
    await saveReading(parts.store.db, parts.seal, id, NOTHING_READ);
    return;
  }
  const { key, place } = documentObject(id, 'full');
  const sealed = await parts.objects.get(key);
  if (!sealed) return;
  const reading = await parts.reader.read(parts.seal.openBytes(place, sealed));
  await saveReading(parts.store.db, parts.seal, id, reading);
}
