/** The phone has no room left: what was to be kept is in this page only. */
export class VaultFullError extends Error {
  override name = 'VaultFullError';
}

/** Something that was kept by name has changed, in this tab or another; `all`: everything was forgotten. */
export type VaultNews = { name: string } | 'all';

/** Where answers and photos lie on this phone. Names are the caller's; what lies there can be read by no one else. */
export interface Vault {
  /** `disk`: outlives a reload and a dead battery. `page`: gone with this page, and the page has to say so. */
  readonly place: 'disk' | 'page';
  read: <T>(name: string) => Promise<T | undefined>;
  /**
   * Changes what lies under a name, whole or not at all, also against another tab: `change` may be called again with
   * newer content, so it must be pure. Giving `undefined` takes it away.
   * @returns what lies there now
   * @throws VaultFullError, or the browser's error when the store is gone
   */
  update: <T>(
    name: string,
    change: (before: T | undefined) => T | undefined,
  ) => Promise<T | undefined>;
  readBytes: (name: string) => Promise<ArrayBuffer | undefined>;
  /** @throws VaultFullError */
  writeBytes: (name: string, bytes: ArrayBuffer) => Promise<void>;
  remove: (name: string) => Promise<void>;
  /** The names under which `update` keeps something: what lies here, whoever put it there. */
  names: () => Promise<readonly string[]>;
  /** Destroys the key and everything kept: nothing of it can be read afterwards. */
  wipe: () => Promise<void>;
  /** Hears of changes by other tabs, and of a wipe by anybody. Gives the way to stop. */
  watch: (hear: (news: VaultNews) => void) => () => void;
}

/** A vault in the memory of this page, for browsers that cannot keep anything safely, and for tests. */
export function createPageVault(): Vault {
  const held = new Map<string, unknown>();
  const bytes = new Set<string>();
  const listeners = new Set<(news: VaultNews) => void>();
  // What is handed out is a copy, as from a disk.
  const copy = <T>(value: T): T =>
    value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
  const vault: Vault = {
    place: 'page',
    read: <T>(name: string) => Promise.resolve(copy(held.get(name) as T | undefined)),
    update: <T>(name: string, change: (before: T | undefined) => T | undefined) => {
      const next = change(copy(held.get(name) as T | undefined));
      if (next === undefined) held.delete(name);
      else held.set(name, copy(next));
      return Promise.resolve(next);
    },
    readBytes: (name) => Promise.resolve(held.get(name) as ArrayBuffer | undefined),
    writeBytes: (name, content) => {
      held.set(name, content);
      bytes.add(name);
      return Promise.resolve();
    },
    remove: (name) => {
      held.delete(name);
      return Promise.resolve();
    },
    names: () => Promise.resolve([...held.keys()].filter((name) => !bytes.has(name))),
    wipe: () => {
      held.clear();
      for (const hear of listeners) hear('all');
      return Promise.resolve();
    },
    watch: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
  return vault;
}
