import type { Tx } from './store.ts';

/** Gives a session's drafts, photos and conversations to the customer who signed in on it. */
export async function adoptRows(tx: Tx, from: string, to: string): Promise<void> {
  for (const table of ['draft', 'upload', 'document', 'conversation', 'callback'] as const) {
    await tx.updateTable(table).set({ owner: to }).where('owner', '=', from).execute();
  }
}
