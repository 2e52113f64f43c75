import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Engine } from '#server/store/store.ts';

export const engines: readonly Engine[] = ['sqlite', 'postgres'];

export interface TempPlace {
  dataDir: string;
  /** Absent for the embedded store. */
  databaseUrl?: string;
  remove(): Promise<void>;
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A folder, and for PostgreSQL a database, that nobody else uses. */
export async function makePlace(engine: Engine): Promise<TempPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sl-test-'));
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  if (engine === 'sqlite') return { dataDir, remove: () => Promise.resolve(removeFolder()) };
  const name = `sl_${randomBytes(6).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name}`));
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return {
    dataDir,
    databaseUrl: url.href,
    remove: async () => {
      removeFolder();
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
