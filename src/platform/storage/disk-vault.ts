import { newId } from '../ids/new-id.ts';
import { answerOf, openDatabase, transact } from './database.ts';
import { createNews } from './news.ts';
import { VaultFullError, type Vault } from './vault.ts';

/** Keys that no script can read out: the browser uses them for us. */
interface Keys {
  id: string;
  /** AES-GCM, 256 bits. */
  seal: CryptoKey;
  /** HMAC: a name says which illness, so names are not readable either. */
  name: CryptoKey;
}

interface Box {
  /** Goes up with each change: who has read an older one does it over. */
  revision: number;
  iv: Uint8Array;
  sealed: ArrayBuffer;
}

const THE_KEYS = 'now';
/** Beside what `update` keeps lies its name, sealed too: places say nothing, and one day all that lies here is asked for. */
const nameAt = (place: string) => `name.${place}`;
const isOf = (error: unknown, name: string) => error instanceof Error && error.name === name;
const utf8 = new TextEncoder();

async function makeKeys(): Promise<Keys> {
  const { subtle } = crypto;
  const [seal, name] = await Promise.all([
    subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  ]);
  return { id: newId(), seal, name };
}

const asError = (error: unknown): Error =>
  isOf(error, 'QuotaExceededError')
    ? new VaultFullError('no room', { cause: error })
    : error instanceof Error
      ? error
      : new Error(String(error));

/**
 * A vault in the phone's database: each value sealed (AES-GCM, a fresh IV each time, its name as associated data) by a
 * key that cannot be taken out of the browser and that a wipe destroys first.
 * @throws where the browser lacks what it takes (no https, private window, old WebView): the page's memory serves then
 */
export async function openDiskVault(): Promise<Vault> {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) throw new Error('nothing to keep it in');
  let database = await openDatabase();
  let isOpen = true;
  const watchClose = () => {
    // Another version, or the person cleared the browser's data: opened anew when next needed.
    database.onclose = () => (isOpen = false);
    database.onversionchange = () => {
      database.close();
      isOpen = false;
    };
  };
  watchClose();

  const run = async <T>(
    mode: IDBTransactionMode,
    work: (keys: IDBObjectStore, boxes: IDBObjectStore) => Promise<T>,
  ): Promise<T> => {
    if (!isOpen) {
      database = await openDatabase();
      isOpen = true;
      watchClose();
    }
    try {
      return await transact(database, mode, work);
    } catch (error) {
      if (isOf(error, 'InvalidStateError')) isOpen = false;
      throw asError(error);
    }
  };

  const readKeys = () => run('readonly', (keys) => answerOf<Keys | undefined>(keys.get(THE_KEYS)));
  const keysOrNew = async (): Promise<Keys> => {
    const kept = await readKeys();
    if (kept) return kept;
    const made = await makeKeys();
    // Two tabs may make keys at once: the first ones in are everybody's.
    return run('readwrite', async (keys) => {
      const first = await answerOf<Keys | undefined>(keys.get(THE_KEYS));
      if (first) return first;
      await answerOf(keys.put(made, THE_KEYS));
      return made;
    });
  };

  const placeOf = async (keys: Keys, name: string): Promise<string> => {
    const mac = await crypto.subtle.sign('HMAC', keys.name, utf8.encode(name));
    return [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const seal = async (keys: Keys, place: string, bytes: BufferSource) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const how = { name: 'AES-GCM', iv, additionalData: utf8.encode(place) };
    return { iv, sealed: await crypto.subtle.encrypt(how, keys.seal, bytes) };
  };
  const unseal = async (keys: Keys, place: string, box: Box): Promise<ArrayBuffer | undefined> => {
    const how = { name: 'AES-GCM', iv: box.iv as BufferSource, additionalData: utf8.encode(place) };
    try {
      return await crypto.subtle.decrypt(how, keys.seal, box.sealed);
    } catch {
      // Sealed by a key that was destroyed, or damaged: there is nothing to read.
      return undefined;
    }
  };
  const boxAt = (place: string) =>
    run('readonly', (_keys, boxes) => answerOf<Box | undefined>(boxes.get(place)));

  type Sealed = Omit<Box, 'revision'>;
  /** Puts a box in, with its name where it has one, if nobody was quicker and the keys are still the ones in force. */
  const put = (keys: Keys, place: string, revision: number, box?: Sealed, name?: Sealed) =>
    run('readwrite', async (keyStore, boxes) => {
      const now = await answerOf<Keys | undefined>(keyStore.get(THE_KEYS));
      const there = await answerOf<Box | undefined>(boxes.get(place));
      if (now?.id !== keys.id || (there?.revision ?? 0) !== revision) return false;
      await (box
        ? answerOf(boxes.put({ ...box, revision: revision + 1 }, place))
        : answerOf(boxes.delete(place)));
      if (name) await answerOf(boxes.put({ ...name, revision: 1 }, nameAt(place)));
      if (!box) await answerOf(boxes.delete(nameAt(place)));
      return true;
    });

  const news = createNews();
  const open = async (name: string) => {
    const keys = await readKeys();
    if (!keys) return undefined;
    const place = await placeOf(keys, name);
    const box = await boxAt(place);
    return box && unseal(keys, place, box);
  };
  const parse = <T>(bytes: ArrayBuffer | undefined): T | undefined =>
    bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T);

  const vault: Vault = {
    place: 'disk',
    read: async <T>(name: string) => parse<T>(await open(name)),
    update: async <T>(name: string, change: (before: T | undefined) => T | undefined) => {
      for (;;) {
        const keys = await keysOrNew();
        const place = await placeOf(keys, name);
        const box = await boxAt(place);
        const before = parse<T>(box && (await unseal(keys, place, box)));
        const next = change(before);
        const sealed =
          next === undefined
            ? undefined
            : await seal(keys, place, utf8.encode(JSON.stringify(next)));
        const isNew = sealed && !box;
        const called = isNew ? await seal(keys, nameAt(place), utf8.encode(name)) : undefined;
        if (await put(keys, place, box?.revision ?? 0, sealed, called)) {
          news.tell({ name });
          return next;
        }
      }
    },
    readBytes: open,
    writeBytes: async (name, bytes) => {
      for (;;) {
        const keys = await keysOrNew();
        const place = await placeOf(keys, name);
        const revision = (await boxAt(place))?.revision ?? 0;
        if (await put(keys, place, revision, await seal(keys, place, bytes))) return;
      }
    },
    remove: async (name) => {
      const keys = await readKeys();
      if (!keys) return;
      const place = await placeOf(keys, name);
      await run('readwrite', async (_keys, boxes) => {
        await answerOf(boxes.delete(place));
        await answerOf(boxes.delete(nameAt(place)));
      });
    },
    names: async () => {
      const keys = await readKeys();
      if (!keys) return [];
      const range = IDBKeyRange.bound(nameAt(''), nameAt('g'));
      const [places, called] = await run('readonly', async (_keys, boxes) => [
        await answerOf(boxes.getAllKeys(range)),
        await answerOf<Box[]>(boxes.getAll(range)),
      ]);
      const names = await Promise.all(called.map((box, i) => unseal(keys, String(places[i]), box)));
      return names.flatMap((name) => (name ? [new TextDecoder().decode(name)] : []));
    },
    wipe: async () => {
      await run('readwrite', async (keys, boxes) => {
        await answerOf(keys.clear());
        await answerOf(boxes.clear());
      });
      news.tell('all');
    },
    watch: news.watch,
  };
  // Some private windows open a database and then refuse a key: better known now than at the first answer.
  await keysOrNew();
  return vault;
}
