import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';
import type { Store } from './store.ts';

/** Serialisation failure and deadlock: the engine says "run it again" (also CockroachDB and Yugabyte). */
const RETRY_CODES = new Set(['40001', '40P01']);
const TRIES = 6;
const INT8 = 20;
/**
 * Connections of one process beside that of the hints. A write holds one for five round trips and the wait for the
 * disk: where that takes 50 ms, ten carry 200 messages a second and the others queue.
 */
const POOL_MAX = 16;

/** Our 64-bit integers are ms and 分, far below 2^53: numbers, not pg's text. */
const types = new pg.TypeOverrides();
types.setTypeParser(INT8, Number);

function isRetryable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    RETRY_CODES.has(error.code)
  );
}

/**
 * Opens a PostgreSQL store.
 * @param onIdleError told when the database drops an idle connection; the pool makes a new one
 */
export function openPostgres(url: string, onIdleError: (error: Error) => void): Store {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_MAX,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    types,
    application_name: 'silverlane',
  });
  pool.on('error', onIdleError);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });

  const store: Store = {
    engine: 'postgres',
    db,
    async write(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await db.transaction().execute(work);
        } catch (error) {
          if (attempt >= TRIES || !isRetryable(error)) throw error;
          // Jitter keeps two that met from meeting again.
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
        }
      }
    },
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
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .returning(['id', 'kind', 'subject', 'attempts'])
        .execute(),
    ping: async () => {
      await db.selectFrom('meta').select('key').limit(1).execute();
    },
    close: () => db.destroy(),
  };
  return store;
}
