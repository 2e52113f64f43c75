import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import {
  CompiledQuery,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
} from 'kysely';
import type { Database as Tables } from './schema.ts';
import type { Store } from './store.ts';

/** How long a second process on the same file is waited for, ms. */
const BUSY_MS = 5000;

/**
 * A transaction takes the write lock at its start: one that began as a reader cannot become a writer while another
 * process writes, and would fail instead of waiting (SQLite, "BEGIN IMMEDIATE").
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class LibsqlDialect extends SqliteDialect {
  readonly #open: () => Database.Database;
  constructor(open: () => Database.Database) {
    super({ database: () => Promise.reject(new Error('opened by the driver')) });
    this.#open = open;
  }
  override createDriver(): Driver {
    return new ImmediateDriver({ database: () => Promise.resolve(this.#open()) });
  }
}

/**
 * Opens the embedded store. One connection: Kysely queues transactions behind each other, so none sees half of another.
 * @param file path of the database file; its folder is made
 */
export function openSqlite(file: string): Store {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new Kysely<Tables>({
    dialect: new LibsqlDialect(() => {
      const database = new Database(file);
      // WAL with FULL: a commit that was acknowledged survives a power cut.
      for (const pragma of [
        'journal_mode = WAL',
        'synchronous = FULL',
        `busy_timeout = ${BUSY_MS}`,
        'foreign_keys = ON',
      ]) {
        database.prepare(`pragma ${pragma}`).all();
      }
      return database;
    }),
  });
  return {
    engine: 'sqlite',
    db,
    write: (work) => db.transaction().execute(work),
    leaseJobs: ({ now, until, limit, only, except }) =>
      db
        .updateTable('job')
        .set((eb) => ({ lease_until: until, attempts: eb('attempts', '+', 1) }))
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('job')
            .select('id')
            .where('done_at', 'is', null)
            .where('run_at', '<=', now)
            .$if(only !== undefined, (query) => query.where('kind', 'in', only ?? []))
            .$if(except !== undefined, (query) => query.where('kind', 'not in', except ?? []))
            .where((or) => or.or([or('lease_until', 'is', null), or('lease_until', '<=', now)]))
            .orderBy('run_at')
            .limit(limit),
        )
        .returning(['id', 'kind', 'subject', 'attempts'])
        .execute(),
    ping: async () => {
      await db.selectFrom('meta').select('key').limit(1).execute();
    },
    close: () => db.destroy(),
  };
}
