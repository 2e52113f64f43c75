/** The phone's own database as promises: as little as the vault needs. */

const NAME = 'silverlane';
const VERSION = 1;
/** Safari 14 sometimes never answers an open; a store that cannot be had in this time, ms, is none. */
const PATIENCE_MS = 3000;

export const KEYS = 'key';
export const BOXES = 'box';

/** The answer of one request. @throws the browser's error */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the store gave no reason'));
  });
}

/** Opens the database, made where there is none. @throws the browser's error, or Error when it does not answer */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the store does not answer')), PATIENCE_MS);
    const settle = (work: () => void) => {
      clearTimeout(timer);
      work();
    };
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(KEYS);
      request.result.createObjectStore(BOXES);
    };
    request.onsuccess = () => settle(() => resolve(request.result));
    request.onerror = () =>
      settle(() => reject(request.error ?? new Error('the store cannot be opened')));
  });
}

/**
 * Runs work in one transaction and resolves once it is on the disk. The work may only wait for the store's own
 * requests: anything else would end the transaction.
 * @throws the browser's error; nothing of the work is then kept
 */
export function transact<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (keys: IDBObjectStore, boxes: IDBObjectStore) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([KEYS, BOXES], mode);
    let result: T;
    let cause: unknown;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () =>
      reject((cause ?? transaction.error ?? new Error('the store gave up')) as Error);
    work(transaction.objectStore(KEYS), transaction.objectStore(BOXES)).then(
      (value) => (result = value),
      (error: unknown) => {
        cause = error;
        try {
          transaction.abort();
        } catch {
          // It has ended by itself: onabort or this very error tells.
          reject(error as Error);
        }
      },
    );
  });
}
