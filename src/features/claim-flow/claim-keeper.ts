import { emptyClaim, readKept, type KeptClaim } from '#domain/drafts/kept-claim.ts';
import type { Flow } from '#domain/flow/types.ts';
import { newId } from '#platform/ids/new-id.ts';
import { VaultFullError, type Vault } from '#platform/storage/vault.ts';

/** Where the answers lie: `phone` outlives a reload; `page` does not; `full`: the phone had no room for the last ones. */
export type KeepPlace = 'phone' | 'page' | 'full';

/** Something that happens to a claim. Pure: it is applied on screen at once, and again to what another tab has kept. */
export type ClaimEvent = (claim: KeptClaim) => KeptClaim;

export interface ClaimKeeper {
  claim: () => KeptClaim;
  place: () => KeepPlace;
  /** Reads what was kept. True: something was there. @throws FlowTooNewError */
  open: () => Promise<boolean>;
  /** Reads again what another tab may have changed. */
  look: () => Promise<void>;
  apply: (event: ClaimEvent) => void;
  /** Resolves once everything so far is on the phone, or could not be put there. */
  settled: () => Promise<void>;
  /** Takes the claim off the phone and begins with an empty one. */
  forget: () => Promise<void>;
  /** Nothing is read or written any more. */
  close: () => void;
  /** Tells when it was closed. */
  closed: AbortSignal;
}

interface Parts {
  flow: Flow;
  openVault: () => Promise<Vault>;
  /** After every change, from here or from another tab. */
  onChange: (from: 'here' | 'elsewhere') => void;
}

export const keptName = (flow: Flow) => `claim/${flow.id}`;

/**
 * One claim between the screen and the phone's store: every event shows at once and is on the phone a moment later,
 * and two tabs that share the store apply their events to the same claim.
 */
export function createClaimKeeper({ flow, openVault, onChange }: Parts): ClaimKeeper {
  const name = keptName(flow);
  /** As the phone has it. */
  let base = emptyClaim(flow, newId());
  /** The same with the events that are not on the phone yet. */
  let claim = base;
  let pending: readonly ClaimEvent[] = [];
  let writing: Promise<void> | undefined;
  let place: KeepPlace = 'page';
  let hasFailed = false;
  let isClosed = false;
  const closing = new AbortController();
  let stopWatching: (() => void) | undefined;

  const rebase = (kept: KeptClaim) => {
    base = kept;
    claim = pending.reduce((now, event) => event(now), base);
  };

  const write = async (): Promise<void> => {
    const vault = await openVault();
    hasFailed = false;
    while (pending.length > 0 && !isClosed) {
      const events = pending;
      try {
        const kept = await vault.update<KeptClaim>(name, (before) =>
          // Where it was evicted meanwhile, all that we know is put back.
          events.reduce((now, event) => event(now), before ? readKept(flow, before) : base),
        );
        pending = pending.slice(events.length);
        if (kept) rebase(kept);
        place = vault.place === 'disk' ? 'phone' : 'page';
      } catch (error) {
        // The events stay pending: they are written with the next one.
        place = error instanceof VaultFullError ? 'full' : 'page';
        hasFailed = true;
        break;
      }
    }
    if (!isClosed) onChange('here');
  };
  const writeSoon = (): Promise<void> => {
    writing ??= write().finally(() => {
      writing = undefined;
      // An event that came in the moment in which the last one was done.
      if (pending.length > 0 && !hasFailed && !isClosed) void writeSoon();
    });
    return writing;
  };

  const reload = async (vault: Vault) => {
    const kept = await vault.read<KeptClaim>(name);
    if (!kept || isClosed) return;
    rebase(readKept(flow, kept));
    onChange('elsewhere');
  };

  return {
    claim: () => claim,
    place: () => place,
    open: async () => {
      const vault = await openVault();
      if (isClosed) return false;
      place = vault.place === 'disk' ? 'phone' : 'page';
      stopWatching ??= vault.watch((news) => {
        // What cannot be read now is read with the next news, or comes from the server.
        if (news !== 'all' && (news.name === name || news.name === '*'))
          reload(vault).catch(() => undefined);
      });
      const kept = await vault.read<KeptClaim>(name).catch(() => undefined);
      if (kept) rebase(readKept(flow, kept));
      return kept !== undefined;
    },
    look: async () => {
      await writeSoon();
      await reload(await openVault()).catch(() => undefined);
    },
    apply: (event) => {
      if (isClosed) return;
      pending = [...pending, event];
      claim = event(claim);
      onChange('here');
      void writeSoon();
    },
    settled: async () => {
      await writeSoon();
    },
    forget: async () => {
      await writing;
      pending = [];
      base = emptyClaim(flow, newId());
      claim = base;
      const vault = await openVault();
      // Where the store is gone there is nothing left to take away.
      await vault.update<KeptClaim>(name, () => undefined).catch(() => undefined);
    },
    closed: closing.signal,
    close: () => {
      isClosed = true;
      closing.abort();
      stopWatching?.();
    },
  };
}
