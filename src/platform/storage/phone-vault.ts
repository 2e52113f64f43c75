import type { Customer } from '#domain/api/customer.ts';
import { sessionStore } from '../session/session.ts';
import { openDiskVault } from './disk-vault.ts';
import { createPageVault, type Vault } from './vault.ts';

/** Set for as long as the browser window lives: this phone is somebody else's, nothing stays on it. */
const LENT = 'sl_lent';
const OWNER = 'owner';
/**
 * What is kept ends with the session that it belongs to: 30 days without a visit, as on the server; a person who never
 * signed in, 7 days. Counted in the server's days: a phone's clock may be a year off.
 */
const LAST_DAYS = { customer: 30, nobody: 7 };

/** Whose answers lie here, and when the server was last heard. */
interface Owner {
  customer?: Customer;
  seenOn?: string;
}

let opening: Promise<Vault> | undefined;
let settling: Promise<void> = Promise.resolve();
let isGuarded = false;

export function isLent(): boolean {
  try {
    return sessionStorage.getItem(LENT) !== null;
  } catch {
    return false;
  }
}

/** The vault of this phone; in the page's memory where the phone cannot keep anything safely, or is somebody else's. */
export function phoneVault(): Promise<Vault> {
  opening ??= isLent()
    ? Promise.resolve(createPageVault())
    : // Told by `place`: the pages say that it is kept here only.
      openDiskVault().catch(() => createPageVault());
  if (!isGuarded) guard();
  return opening;
}

/** For tests: a phone with this vault. */
export function usePhoneVault(vault: Vault): void {
  opening = Promise.resolve(vault);
}

/**
 * From now on nothing stays on this phone, until its window is closed; what lay there is destroyed. What is in hand
 * goes on from the server.
 */
export async function lendPhone(): Promise<void> {
  const before = await phoneVault();
  try {
    sessionStorage.setItem(LENT, '1');
  } catch {
    // Without storage the page has kept nothing anyway.
  }
  opening = Promise.resolve(createPageVault());
  await before.wipe();
}

/** Nothing of a person is left to whoever signs in next, or after the session has ended. */
async function settle(customer: Customer | null): Promise<void> {
  const vault = await phoneVault();
  const owner = await vault.read<Owner>(OWNER);
  const isOthers = owner?.customer && owner.customer.id !== customer?.id;
  if (isOthers) await vault.wipe();
  if (customer) {
    await vault.update<Owner>(OWNER, (before) => ({ ...before, customer }));
  }
}

function guard(): void {
  isGuarded = true;
  const hear = (customer: Customer | null | undefined) => {
    if (customer === undefined) return;
    // One after the other; a store that fails keeps nothing that would have to be taken away.
    settling = settling.then(() => settle(customer)).catch(() => undefined);
  };
  hear(sessionStore.getState().customer);
  void opening?.then((vault) =>
    vault.watch((news) => {
      // Signed out in another tab: this one asks who is here now, and shows no one's name until it knows.
      const { customer, refresh } = sessionStore.getState();
      if (news === 'all' && customer) refresh().catch(() => undefined);
    }),
  );
  sessionStore.subscribe(({ customer }, before) => {
    if (customer !== before.customer) hear(customer);
  });
}

/**
 * From now on what is kept goes when its person signs out or another one signs in: for every page on which that can
 * happen. Resolves when it is done for who is known to be here.
 */
export async function watchOwner(): Promise<void> {
  await phoneVault();
  await settling;
}

/**
 * Waits until what is kept is known to belong to whoever is here: with a signal the server says who that is.
 * @throws OfflineError when that cannot be asked now
 */
export async function ownerSettled(): Promise<void> {
  const vault = await phoneVault();
  const owner = await vault.read<Owner>(OWNER);
  if (owner?.customer && sessionStore.getState().customer === undefined) {
    await sessionStore.getState().refresh();
  }
  await settling;
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The server was heard on this day. Destroys what has lain here for longer than its session lasts. */
export async function endWhatIsOver(today: string): Promise<void> {
  const vault = await phoneVault();
  const owner = await vault.read<Owner>(OWNER);
  const most = owner?.customer ? LAST_DAYS.customer : LAST_DAYS.nobody;
  if (owner?.seenOn && daysBetween(owner.seenOn, today) > most) await vault.wipe();
  if (owner?.seenOn !== today) {
    await vault.update<Owner>(OWNER, (before) => ({ ...before, seenOn: today }));
  }
}

/** Who was here when there was a signal: without one the pages go on with that. */
export async function recallCustomer(): Promise<void> {
  const vault = await phoneVault();
  const owner = await vault.read<Owner>(OWNER);
  if (owner?.customer && sessionStore.getState().customer === undefined) {
    sessionStore.setState({ customer: owner.customer });
  }
}
