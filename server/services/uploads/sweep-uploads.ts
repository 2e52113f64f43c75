import { readdir } from 'node:fs/promises';
import type { Parts } from '../../parts.ts';
import { deleteUpload, findUploadById, listOpenUploadsBefore } from '../../store/uploads.ts';
import { finishUpload } from './finish-upload.ts';
import { KEEP_UNFINISHED_MS } from './limits.ts';
import { dropBytes, isUploadId, uploadFolder } from './upload-files.ts';

async function filesHere(parts: Parts): Promise<string[]> {
  try {
    return (await readdir(uploadFolder(parts))).filter(isUploadId);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** One photo that cannot be finished now must not keep the others from it. */
async function tryToFinish(parts: Parts, id: string): Promise<'done' | 'incomplete' | 'failed'> {
  try {
    return (await finishUpload(parts, id)) ? 'done' : 'incomplete';
  } catch (error) {
    parts.log.error('upload-not-finished', error, { upload: id });
    return 'failed';
  }
}

/**
 * Tidies after crashes, at start and now and then: finishes what is whole, drops the bytes of what is done or gone, and
 * forgets uploads that nobody has gone on with for a week.
 * @returns how many of each
 */
export async function sweepUploads(
  parts: Parts,
): Promise<{ finished: number; dropped: number; forgotten: number }> {
  const { db } = parts.store;
  const counts = { finished: 0, dropped: 0, forgotten: 0 };
  for (const id of await listOpenUploadsBefore(db, parts.clock.now() - KEEP_UNFINISHED_MS)) {
    // Whatever went wrong, the bytes may be whole: kept for the next time.
    if ((await tryToFinish(parts, id)) !== 'incomplete') continue;
    await parts.store.write((tx) => deleteUpload(tx, id));
    counts.forgotten += 1;
  }
  for (const id of await filesHere(parts)) {
    const row = await findUploadById(db, id);
    if (row?.state === 'whole' && (await tryToFinish(parts, id)) === 'done') counts.finished += 1;
    if (!row || row.state === 'done') {
      await dropBytes(parts, id);
      counts.dropped += 1;
    }
  }
  return counts;
}
