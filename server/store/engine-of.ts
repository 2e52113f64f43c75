import { PostgresAdapter, sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { Db } from './store.ts';

/** For what one engine does better in its own way; what is said is the same on both. */
export function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** PostgreSQL's and the embedded store's code for a second row where there may be one only. */
const UNIQUE_CODES = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE']);

/** Whether a write met another one that was there first. */
export function isUniqueViolation(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    UNIQUE_CODES.has(error.code)
  );
}

/** The database's own clock, ms since 1970: the same for every process, whatever their clocks say. */
export function databaseNow(db: Db): RawBuilder<number> {
  return isPostgres(db)
    ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
    : sql<number>`cast((julianday('now') - 2440587.5) * 86400000 as integer)`;
}

/**
 * Holds the rows that a query finds until the end of the transaction. The embedded store has one writer, and needs none.
 * @param others what to do with rows that another transaction holds
 */
export function holding<DB, TB extends keyof DB, O>(
  db: Db,
  query: SelectQueryBuilder<DB, TB, O>,
  others: 'wait' | 'skip' = 'wait',
): SelectQueryBuilder<DB, TB, O> {
  if (!isPostgres(db)) return query;
  const held = query.forUpdate();
  return others === 'skip' ? held.skipLocked() : held;
}
