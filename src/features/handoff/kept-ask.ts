import type { HelpContext } from './help-store.ts';

/** The head script (app/shell/inline.js) writes it too, before there is an app. */
const KEY = 'sl_asked';
/** After so long it is no longer the same moment: nobody is called into a page they have forgotten, ms. */
const KEPT_MS = 30 * 60_000;

interface Kept {
  at: number;
  context: HelpContext;
}

/** Notes a tap for a person before it is sent: it outlives a dead line and a reload, and goes with its window. */
export function keepAsk(context: HelpContext): void {
  try {
    const kept: Kept = { at: Date.now(), context };
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without storage the tap lives as long as the page.
  }
}

/** A tap that the server has not answered yet. */
export function keptAsk(): HelpContext | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
    if (kept && Date.now() - kept.at < KEPT_MS) return kept.context;
  } catch {
    // Not ours, or no storage: nothing was kept.
  }
  return undefined;
}

export function forgetAsk(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept where nothing can be.
  }
}
