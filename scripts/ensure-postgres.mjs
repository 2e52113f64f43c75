import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { aptInstall } from './lib/apt.mjs';
import { isProgram, which } from './lib/which.mjs';

const PACKAGED = '/usr/lib/postgresql';

/** The folder of `initdb` and `postgres`: POSTGRES_BIN, PATH, or Debian's newest version. */
export function findPostgresBin() {
  const wanted = process.env.POSTGRES_BIN;
  if (wanted) return wanted;
  const onPath = which('initdb');
  if (onPath) return dirname(onPath);
  if (!existsSync(PACKAGED)) return undefined;
  return readdirSync(PACKAGED)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(PACKAGED, version, 'bin'))
    .find((bin) => isProgram(join(bin, 'initdb')));
}

/**
 * A PostgreSQL for the tests of the store: TEST_DATABASE_URL, or the programs to start one with.
 * @returns {Promise<Record<string, string>>} the environment that tells the tests
 * @throws Error that says what to do
 */
export async function ensurePostgres() {
  if (process.env.TEST_DATABASE_URL) return {};
  let bin = findPostgresBin();
  if (!bin && (await aptInstall('postgresql'))) bin = findPostgresBin();
  if (bin) return { POSTGRES_BIN: bin };
  throw new Error(
    'No PostgreSQL: install one (Debian: apt-get install postgresql), or set TEST_DATABASE_URL to an empty database.',
  );
}
