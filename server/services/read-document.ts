import type { PaperReading } from '#domain/papers/read/types.ts';
import { NOTHING_READ } from '../adapters/reader/reader.ts';
import type { Parts } from '../parts.ts';
import { findDocumentById, saveReading } from '../store/documents.ts';
import type { DocumentTable } from '../store/schema.ts';
import type { LeasedJob } from '../store/store.ts';
import { openPicture, pagesOf } from './photos/kept-picture.ts';
import { arrangeTelling } from './tell-remark.ts';

/** After so many tries the paper is one that cannot be read: its fields are asked. */
const TRIES_MAX = 3;

/** Pages of one document that are looked at: an invoice is the first one, or follows a cover. */
const PAGES_READ = 3;

/** What the first page says that says anything; nothing when the picture is gone. */
async function readPages(parts: Parts, document: DocumentTable): Promise<PaperReading | undefined> {
  let first: PaperReading | undefined;
  for (let page = 1; page <= Math.min(pagesOf(document), PAGES_READ); page += 1) {
    const picture = await openPicture(parts, document, 'full', page);
    if (!picture) break;
    const reading = await parts.reader.read(picture);
    if (reading.fields.length > 0) return page === 1 ? reading : { ...reading, filePage: page };
    first ??= reading;
  }
  return first;
}

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
  const reading = await readPages(parts, document);
  if (!reading) return;
  await saveReading(parts.store.db, parts.seal, id, reading, document.quarters);
  await arrangeTelling(parts, id);
}
