import { join } from 'node:path';
import type { Config } from '../config.ts';
import { openPostgres } from './engine-postgres.ts';
import { openSqlite } from './engine-sqlite.ts';
import { migrateToLatest } from './migrate.ts';
import type { Store } from './store.ts';
import { waitForDatabase } from './wait-for-database.ts';

/** Name of the embedded store's file in DATA_DIR. */
export const STORE_FILE = 'silverlane.db';

/**
 * Opens the store that the configuration names and brings its tables up to date. A PostgreSQL that is only just starting
 * is waited for.
 * @param onWait told when it has to be waited for, with the code of why
 * @throws NewerDatabaseError when a newer program wrote it; DatabaseAwayError when it was not there in time; the engine's
 *   error at any other trouble
 */
export async function openStore(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  onIdleError: (error: Error) => void = () => undefined,
  onWait: (code: string) => void = () => undefined,
): Promise<Store> {
  const store = config.databaseUrl
    ? openPostgres(config.databaseUrl, onIdleError)
    : openSqlite(join(config.dataDir, STORE_FILE));
  try {
    if (config.databaseUrl) await waitForDatabase(store.db, onWait);
    await migrateToLatest(store.db);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}
