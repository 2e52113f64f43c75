import type { KeptPhotos, PhotosEvent } from '#domain/drafts/kept-photos.ts';
import { phoneVault } from '../storage/phone-vault.ts';
import type { Vault } from '../storage/vault.ts';
import type { PhotoList } from './queue-parts.ts';

/** What lies on the phone for files that belong to no claim in the making. */
interface Kept extends KeptPhotos {
  /** Documents that the server has and that nothing names yet. */
  arrived?: readonly string[];
}

type Event = (kept: Kept) => Kept;

export interface VaultList extends PhotoList {
  arrived: () => readonly string[];
  setArrived: (ids: readonly string[]) => void;
  /** Reads what was kept. */
  open: () => Promise<void>;
  /** Everything here was handed over. */
  clear: () => void;
  close: () => void;
}

/**
 * A list of files on their way under a name of its own in the phone's vault: on screen at once, on the phone a moment
 * later, the same for two tabs.
 * @param onChange after every change, from here or from another tab
 */
export function createVaultList(
  name: string,
  onChange: () => void,
  openVault: () => Promise<Vault> = phoneVault,
): VaultList {
  let base: Kept = { photos: [] };
  let kept = base;
  let pending: readonly Event[] = [];
  let writing: Promise<void> | undefined;
  let stopWatching: (() => void) | undefined;
  let isClosed = false;

  const rebase = (now: Kept) => {
    base = now;
    kept = pending.reduce((one, event) => event(one), base);
  };
  const write = async () => {
    const vault = await openVault();
    while (pending.length > 0 && !isClosed) {
      const events = pending;
      // Where it was cleared away meanwhile, all that we know is put back.
      const now = await vault.update<Kept>(name, (before) =>
        events.reduce((one, event) => event(one), before ?? base),
      );
      pending = pending.slice(events.length);
      rebase(now ?? { photos: [] });
    }
  };
  const writeSoon = (): Promise<void> => {
    // What cannot be written now stays pending and goes with the next change.
    writing ??= write()
      .catch(() => undefined)
      .finally(() => {
        writing = undefined;
      });
    return writing;
  };
  const apply = (event: Event) => {
    if (isClosed) return;
    pending = [...pending, event];
    kept = event(kept);
    void writeSoon();
    onChange();
  };
  const look = async () => {
    await writeSoon();
    const vault = await openVault();
    const now = await vault.read<Kept>(name).catch(() => undefined);
    if (isClosed) return;
    if (now) rebase(now);
    onChange();
  };
  return {
    now: () => kept,
    apply: (event: PhotosEvent) => apply(event),
    settled: async () => {
      await writeSoon();
      if (pending.length > 0) await writeSoon();
    },
    look,
    arrived: () => kept.arrived ?? [],
    setArrived: (arrived) => apply((one) => ({ ...one, arrived })),
    open: async () => {
      const vault = await openVault();
      stopWatching ??= vault.watch((news) => {
        if (news !== 'all' && (news.name === name || news.name === '*'))
          look().catch(() => undefined);
      });
      await look();
    },
    clear: () => apply(() => ({ photos: [] })),
    close: () => {
      isClosed = true;
      stopWatching?.();
    },
  };
}
