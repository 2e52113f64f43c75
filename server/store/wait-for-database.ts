import { sql } from 'kysely';
import type { Db } from './store.ts';

/** A database that is started with its servers is given so long, ms. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;

/** Nobody listens yet; the name is not known yet; "the database system is starting up". */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', '57P03']);

/** The database was not there in time; its message is for whoever runs the server. */
export class DatabaseAwayError extends Error {
  override name = 'DatabaseAwayError';
}

function codeOf(error: unknown): string {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isCoded ? (error.code as string) : '';
}

/**
 * Waits for a database that is only just starting; any other trouble (a wrong password, an unknown database) waits for
 * nothing.
 * @param onWait told once, when it is not there at the first look
 * @throws DatabaseAwayError when it is not there in time; the engine's error at any other trouble
 */
export async function waitForDatabase(
  db: Db,
  onWait: (code: string) => void,
  { patienceMs = PATIENCE_MS, pauseMs = PAUSE_MS } = {},
): Promise<void> {
  const until = Date.now() + patienceMs;
  for (let tries = 0; ; tries += 1) {
    try {
      await sql`select 1`.execute(db);
      return;
    } catch (error) {
      const code = codeOf(error);
      if (!NOT_YET.has(code)) throw error;
      if (Date.now() >= until) {
        throw new DatabaseAwayError(
          `The database of DATABASE_URL did not answer within ${Math.round(patienceMs / 1000)} seconds (${code}). ` +
            'Start PostgreSQL, or correct DATABASE_URL, then start this server again.',
          { cause: error },
        );
      }
      if (tries === 0) onWait(code);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
