/** Where sealed photos are kept. Keys are made by us, never from a file's name. */
export interface ObjectStore {
  /** Words for the log and for the list of adapters at start: `folder` or `s3`. */
  readonly kind: string;
  /**
   * Keeps bytes under a key, replacing what was there. Once it resolves they survive a power cut.
   * @throws ObjectStoreError
   */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or nothing when there are none under this key. @throws ObjectStoreError */
  get(key: string): Promise<Uint8Array | undefined>;
  /**
   * Keys that begin with a folder, `document/<id>/`; also many thousands. @throws ObjectStoreError
   */
  list(folder: string): Promise<string[]>;
  /** Takes them away; not an error when there are none. @throws ObjectStoreError */
  delete(key: string): Promise<void>;
}

/** The store could not be reached or refused; what was asked may be tried again. */
export class ObjectStoreError extends Error {
  override name = 'ObjectStoreError';
}

const PART = /^[A-Za-z0-9_-]{1,100}$/;

/** Whether this could be a key of ours. */
export function isKey(key: string): boolean {
  const parts = key.split('/');
  return parts.length <= 5 && parts.every((part) => PART.test(part));
}

/** The folder's own key, held to the same parts. @throws ObjectStoreError when it does not end in `/` or is no key */
export function assertFolder(folder: string): string {
  if (!folder.endsWith('/')) throw new ObjectStoreError('not an object folder');
  const key = folder.slice(0, -1);
  assertKey(key);
  return key;
}

/**
 * Holds a key to parts of letters, digits, `-` and `_` joined by `/`: no dots, so no way out of a folder.
 * @throws ObjectStoreError for anything else
 */
export function assertKey(key: string): void {
  if (!isKey(key)) throw new ObjectStoreError('not an object key');
}
