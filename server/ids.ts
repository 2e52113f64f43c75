import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Ids } from './parts.ts';

/** Ids from the system's random source. */
export function createIds(): Ids {
  return {
    id: () => randomUUID(),
    token: () => randomBytes(32).toString('base64url'),
    digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
  };
}
