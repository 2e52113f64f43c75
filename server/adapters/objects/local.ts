import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { assertFolder, assertKey, isKey, ObjectStoreError, type ObjectStore } from './objects.ts';

/** Makes a folder's new names survive a power cut. Windows cannot open folders and writes names through by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Makes a folder and every parent it needs, each name of them durable. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!first) return;
  for (let at = folder; ; at = dirname(at)) {
    await syncFolder(dirname(at));
    if (at === first) return;
  }
}

/**
 * Photos in a folder of this machine. A write goes to a temporary name, is synced, renamed into place and the folder
 * synced: after a power cut a key holds the old bytes or the new ones, never half.
 */
export function createLocalObjects(folder: string): ObjectStore {
  const pathOf = (key: string): string => {
    assertKey(key);
    return join(folder, ...key.split('/'));
  };
  const orThrow = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof ObjectStoreError) throw cause;
      throw new ObjectStoreError(`object store: ${what} failed`, { cause });
    }
  };
  return {
    kind: 'folder',
    put: (key, bytes) =>
      orThrow('put', async () => {
        const path = pathOf(key);
        await makeFolder(dirname(path));
        const temporary = `${path}.${randomUUID()}.part`;
        const handle = await open(temporary, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } catch (error) {
          await handle.close();
          await rm(temporary, { force: true });
          throw error;
        }
        await handle.close();
        await rename(temporary, path);
        await syncFolder(dirname(path));
      }),
    get: (key) =>
      orThrow('get', async () => {
        try {
          return await readFile(pathOf(key));
        } catch (error) {
          if (isMissing(error)) return undefined;
          throw error;
        }
      }),
    list: (prefix) =>
      orThrow('list', async () => {
        const within = assertFolder(prefix);
        try {
          const names = await readdir(pathOf(within), { recursive: true, withFileTypes: true });
          return (
            names
              .filter((one) => one.isFile())
              .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'))
              // What a power cut left half written is no object.
              .filter(isKey)
              .sort()
          );
        } catch (error) {
          if (isMissing(error)) return [];
          throw error;
        }
      }),
    delete: (key) => orThrow('delete', () => rm(pathOf(key), { force: true })),
  };
}
