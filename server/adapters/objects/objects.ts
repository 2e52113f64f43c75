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
  /** Takes them away; not an error when there are none. @throws ObjectStoreError */
  delete(key: string): Promise<void>;
}

/** The store could not be reached or refused; what was asked may be tried again. */
export class ObjectStoreError extends Error {
  override name = 'ObjectStoreError';
}

const PART = /^[A-Za-z0-9_-]{1,100}$/;

/**
 * Holds a key to parts of letters, digits, `-` and `_` joined by `/`: no dots, so no way out of a folder.
 * @throws ObjectStoreError for anything else
 */
export function assertKey(key: string): void {
  const parts = key.split('/');
  if (parts.length > 5 || !parts.every((part) => PART.test(part)))
    throw new ObjectStoreError('not an object key');
}
