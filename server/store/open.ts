import { join } from 'node:path';
import type { Config } from '../config.ts';
import { openPostgres } from './engine-postgres.ts';
import { openSqlite } from './engine-sqlite.ts';
import { migrateToLatest } from './migrate.ts';
import type { Store } from './store.ts';

/** Name of the embedded store's file in DATA_DIR. */
export const STORE_FILE = 'silverlane.db';

/**
 * Opens the store that the configuration names and brings its tables up to date.
 * @throws NewerDatabaseError when a newer program wrote it; the engine's error when it cannot be reached
 */
export async function openStore(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  onIdleError: (error: Error) => void = () => undefined,
): Promise<Store> {
  const store = config.databaseUrl
    ? openPostgres(config.databaseUrl, onIdleError)
    : openSqlite(join(config.dataDir, STORE_FILE));
  try {
    await migrateToLatest(store.db);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}
