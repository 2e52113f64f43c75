import type { TestProject } from 'vitest/node';
import { startPostgres, type PostgresProcess } from '../../support/postgres-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a PostgreSQL whose user may create databases. */
    postgresUrl: string;
  }
}

let own: PostgresProcess | undefined;

/** Gives the suites a real PostgreSQL: the one that TEST_DATABASE_URL (or SL_TEST_PG_URL) names, else one of its own. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env.TEST_DATABASE_URL ?? process.env.SL_TEST_PG_URL;
  if (!given) own = await startPostgres();
  project.provide('postgresUrl', given ?? own?.url ?? '');
}

/** Stops the one that was started and removes its folder. */
export async function teardown(): Promise<void> {
  await own?.dispose();
}
