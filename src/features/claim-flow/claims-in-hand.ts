import type { Flow } from '#domain/flow/types.ts';
import { sessionStore } from '#platform/session/session.ts';
import { phoneVault } from '#platform/storage/phone-vault.ts';
import { createClaimStore, type ClaimStore } from './claim-store.ts';

const stores = new Map<string, ClaimStore>();

/** What one person answered is gone from the page: nothing of it is kept or sent from here any more. */
function closeAll(): void {
  const closed = [...stores.values()];
  stores.clear();
  for (const store of closed) {
    store.getState().close();
    // A page that still shows it takes the new one.
    store.setState({ status: 'loading', draft: undefined, answers: {}, conflicts: {} });
  }
}

// A phone is often handed around: signing out, or somebody else signing in, ends what was in hand.
sessionStore.subscribe(({ customer }, before) => {
  if (before.customer && customer?.id !== before.customer.id) closeAll();
});
let isWatching = false;

/** The claim of this kind on this page: the same one for every step, so that nothing is lost between them. */
export function claimStoreOf(flow: Flow): ClaimStore {
  if (!isWatching) {
    isWatching = true;
    void phoneVault().then((vault) =>
      vault.watch((news) => {
        if (news === 'all') closeAll();
      }),
    );
  }
  let store = stores.get(flow.id);
  if (!store) {
    store = createClaimStore(flow);
    stores.set(flow.id, store);
  }
  return store;
}

/** The claim of this kind that is on this page, if there is one. */
export const storeInHand = (flow: string): ClaimStore | undefined => stores.get(flow);

/** After a claim was sent the next one of its kind begins afresh. */
export function forgetClaim(flow: Flow): void {
  stores.get(flow.id)?.getState().close();
  stores.delete(flow.id);
}
