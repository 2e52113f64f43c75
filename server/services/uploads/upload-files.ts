import { mkdirSync } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { UploadTable } from '../../store/schema.ts';
import { findUploadById, touchUpload } from '../../store/uploads.ts';
import type { Parts } from '../../parts.ts';
import { syncFolder } from '../../adapters/objects/local.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether this is an id that we could have given: nothing else ever becomes part of a path. */
export function isUploadId(id: string): boolean {
  return ID.test(id);
}

/** The folder of files on their way. On a disk of this machine: parts of one upload must come to the same process. */
export function uploadFolder(parts: Pick<Parts, 'config'>): string {
  return join(parts.config.dataDir, 'uploads');
}

/** Where the bytes of an upload are until it is a document. @throws Error for an id that is not ours */
export function uploadPath(parts: Pick<Parts, 'config'>, id: string): string {
  if (!isUploadId(id)) throw new Error('not an upload id');
  return join(uploadFolder(parts), id);
}

/** Bytes of an upload that are here; undefined when there is no file. */
export async function bytesHere(
  parts: Pick<Parts, 'config'>,
  id: string,
): Promise<number | undefined> {
  try {
    return (await stat(uploadPath(parts, id))).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes the bytes of an upload away; not an error when they are gone. */
export async function dropBytes(parts: Pick<Parts, 'config'>, id: string): Promise<void> {
  await rm(uploadPath(parts, id), { force: true });
}

/** tus metadata of an upload, as HEAD must repeat it. The name is sealed: people put their names into file names. */
export function metadataOf(parts: Pick<Parts, 'seal'>, row: UploadTable): Record<string, string> {
  return {
    draftId: row.draft_id,
    field: row.field,
    filename: parts.seal.open(`upload.filename_sealed.${row.id}`, row.filename_sealed),
    filetype: row.file_type,
  };
}

/**
 * What tus stores into: the row says what an upload is, a file in a folder holds its bytes. The store that comes with
 * tus never syncs to the disk and keeps the facts in files beside; this one syncs before it says how much it has.
 */
export class UploadFiles extends DataStore {
  readonly #parts: Parts;
  readonly #remove: (id: string) => Promise<void>;

  /** @param remove takes an upload away, row and bytes */
  constructor(parts: Parts, remove: (id: string) => Promise<void>) {
    super();
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
    this.#parts = parts;
    this.#remove = remove;
    mkdirSync(uploadFolder(parts), { recursive: true, mode: 0o700 });
  }

  /** The row is written already (begin-upload.ts); this makes the empty file. */
  override async create(upload: Upload): Promise<Upload> {
    await mkdir(uploadFolder(this.#parts), { recursive: true, mode: 0o700 });
    const handle = await open(uploadPath(this.#parts, upload.id), 'wx', 0o600);
    await handle.close();
    await syncFolder(uploadFolder(this.#parts));
    return upload;
  }

  /** Appends what comes and answers how much there is, once it is on the disk. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const handle = await open(uploadPath(this.#parts, id), 'r+').catch(() => undefined);
    // A last piece sent again after the photo was made of it: there is nothing to write, and nothing wrong.
    if (!handle) return (await this.getUpload(id)).offset;
    let at = offset;
    try {
      for await (const chunk of stream) {
        const bytes = chunk as Buffer;
        let done = 0;
        while (done < bytes.length) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
          done += bytesWritten;
        }
        at += bytes.length;
      }
    } finally {
      // Also after a cut: what came is kept, and the next HEAD may promise it.
      await handle.sync();
      await handle.close();
      await touchUpload(this.#parts.store.db, id, this.#parts.clock.now());
    }
    return at;
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await findUploadById(this.#parts.store.db, id);
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    const facts = { id, size: row.bytes, metadata: metadataOf(this.#parts, row) };
    if (row.state === 'done') return new Upload({ ...facts, offset: row.bytes });
    const here = await bytesHere(this.#parts, id);
    if (here === undefined) {
      // Finished between the two looks, or lost with its disk.
      const again = await findUploadById(this.#parts.store.db, id);
      if (again?.state === 'done') return new Upload({ ...facts, offset: row.bytes });
      throw ERRORS.FILE_NO_LONGER_EXISTS;
    }
    return new Upload({ ...facts, offset: here });
  }

  override async remove(id: string): Promise<void> {
    await this.#remove(id);
  }
}
