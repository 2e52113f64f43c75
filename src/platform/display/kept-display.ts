import { linkKinds, type LinkKind } from '#domain/api/link.ts';
import {
  DISPLAY_KEY,
  readDisplay,
  writeDisplay,
  type DisplayChoice,
} from '#domain/senior/display.ts';
import { displayStore, show } from './display.ts';

/** What this session shows without anybody having chosen it here: lost with the tab. The page's head script reads it too. */
const SESSION_KEY = 'sl_auto';
/** There where the session shows what the account has chosen, and not what was decided by itself. */
const CHOSEN_KEY = 'sl_auto_chosen';
/** The kind of the signed link by which the session began: the address has lost it, and the line that says why needs it. */
const LINK_KEY = 'sl_auto_link';

function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    // Storage is forbidden: nothing is remembered there.
    return null;
  }
}

/** What was chosen on this device; nothing for a choice that was never made or cannot be read. */
export function readKept(): DisplayChoice | undefined {
  const cookie = new RegExp(`(?:^|; )${DISPLAY_KEY}=([^;]*)`).exec(document.cookie)?.[1];
  return readDisplay(cookie) ?? readDisplay(read(() => localStorage, DISPLAY_KEY));
}

/** What this session shows by itself, or nothing. */
export function readSession(): DisplayChoice | undefined {
  return readDisplay(read(() => sessionStorage, SESSION_KEY));
}

/** Whether what this session shows was chosen: by the account, on another device. */
export function isSessionChosen(): boolean {
  return read(() => sessionStorage, CHOSEN_KEY) !== null;
}

/** Shows a display for this session only; nothing is kept as a choice of this device. */
export function showForSession(choice: DisplayChoice, isChosen = false): void {
  try {
    sessionStorage.setItem(SESSION_KEY, writeDisplay(choice));
    if (isChosen) sessionStorage.setItem(CHOSEN_KEY, '1');
    else sessionStorage.removeItem(CHOSEN_KEY);
  } catch {
    // The next page that is loaded anew decides again.
  }
  show(choice);
  displayStore().setState(choice);
}

/** The kind of link by which this session began, or nothing. */
export function readSessionLink(): LinkKind | undefined {
  const kept = read(() => sessionStorage, LINK_KEY);
  return linkKinds.find((kind) => kind === kept);
}

/** Remembers by which link the session began, until the tab is closed or somebody chooses. */
export function keepSessionLink(kind: LinkKind): void {
  try {
    sessionStorage.setItem(LINK_KEY, kind);
  } catch {
    // After a reload the page looks the same and does not know why.
  }
}

/** Ends what `showForSession` began. */
export function forgetSession(): void {
  try {
    sessionStorage.removeItem(LINK_KEY);
    sessionStorage.removeItem(SESSION_KEY);
    sessionStorage.removeItem(CHOSEN_KEY);
  } catch {
    return;
  }
}

/**
 * Hears a choice that is made in another tab, so that two tabs do not disagree for long. What is no choice is ignored.
 * @returns stops listening
 */
export function watchOtherTabs(onChosen: (choice: DisplayChoice) => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    const choice = key === DISPLAY_KEY ? readDisplay(newValue) : undefined;
    if (choice) onChosen(choice);
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}
