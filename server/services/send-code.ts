import { ProblemError } from '../http/problem.ts';
import type { Lng } from '../http/words.ts';
import type { Parts } from '../parts.ts';
import { PHONE } from '../store/customers.ts';
import { codeTimes, insertCode } from '../store/sign-in-codes.ts';
import { textPerson } from './text-person.ts';
import { JOBS } from './run-jobs.ts';

export const CODE_MS = 5 * 60_000;
/** Asks in a window, counted for one phone only: thirty people in a branch share one address. */
const LIMITS = [
  { windowMs: 60_000, max: 1 },
  { windowMs: 3_600_000, max: 5 },
  { windowMs: 24 * 3_600_000, max: 10 },
] as const;

/** What a code's fingerprint is made of: the row's id keeps equal codes from looking equal. */
export const codePlace = 'sign_in_code.code';

/** ms until another code may be asked for; 0 when now. */
function waitMs(times: readonly number[], now: number): number {
  const waits = LIMITS.map(({ windowMs, max }) => {
    const blocking = times.filter((time) => time > now - windowMs)[max - 1];
    return blocking === undefined ? 0 : blocking + windowMs - now;
  });
  return Math.max(...waits);
}

/**
 * Sends a code of six digits to a phone, whether or not we know it.
 * @throws ProblemError 429 `code-too-often` with Retry-After in seconds
 */
export async function sendCode(parts: Parts, phone: string, lng: Lng): Promise<void> {
  const now = parts.clock.now();
  const tooOften = (ms: number) =>
    new ProblemError('code-too-often', 429, {
      headers: { 'retry-after': String(Math.max(1, Math.ceil(ms / 1000))) },
    });
  await parts.store.write(async (tx) => {
    const phoneIndex = parts.seal.blindIndex(PHONE, phone);
    const times = await codeTimes(tx, parts.seal.blindIndexes(PHONE, phone), now - 24 * 3_600_000);
    const wait = waitMs(times, now);
    if (wait > 0) throw tooOften(wait);
    // One id for each phone and minute: of many requests at once, only one is inserted.
    const minute = Math.floor(now / 60_000);
    const id = `${phoneIndex}.${minute}`;
    const code = parts.ids.digits(6);
    const isFirst = await insertCode(tx, {
      id,
      phone_index: phoneIndex,
      code_index: parts.seal.blindIndex(codePlace, `${id}:${code}`),
      tries: 0,
      created_at: now,
      expires_at: now + CODE_MS,
      used_at: null,
    });
    if (!isFirst) throw tooOften(60_000);
    await textPerson(tx, parts, { to: phone, purpose: 'code', lng, values: { code } });
  });
  parts.hints.notify(JOBS);
}
