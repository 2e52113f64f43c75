import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The secret that keys come from: APP_SECRET, or in demo and test one that was made once and is kept in DATA_DIR, so
 * that a newcomer's data opens again after a restart. Production never gets here without APP_SECRET (config.ts).
 */
export function findSecret(config: Pick<Config, 'appSecret' | 'dataDir'>): string {
  if (config.appSecret) return config.appSecret;
  const file = join(config.dataDir, 'secret');
  const kept = readIfThere(file);
  if (kept) return kept;
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const made = randomBytes(32).toString('base64url');
  try {
    // `wx`: of two processes that start at once, the second reads what the first wrote.
    writeFileSync(file, made, { mode: 0o600, flag: 'wx', flush: true });
    return made;
  } catch (error) {
    const other = readIfThere(file);
    if (other) return other;
    throw error;
  }
}
