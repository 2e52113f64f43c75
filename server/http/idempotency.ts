import type { StaffMember } from '#domain/api/staff.ts';
import type { Parts } from '../parts.ts';
import { findKey, keepAnswer, readAnswer, takeKey } from '../store/idempotency.ts';
import type { Tx } from '../store/store.ts';
import { ownerOf, ownersOf, type AppContext, type Who } from './context.ts';
import { ProblemError } from './problem.ts';

export interface Answer<T> {
  status: number;
  body: T;
}

const KEY = /^[\x21-\x7e]{1,200}$/;
const REQUEST = 'idempotency.request';

/**
 * Runs a creating call in one transaction. With an `Idempotency-Key`, the key, the effect and the answer commit
 * together: the same key and body gives the kept answer and has no second effect, however the first one ended.
 * A refusal (a thrown problem) is not kept, so that a mended cause can be tried again under the same key.
 * @param about what the request asks for, where that is not its body
 * @throws ProblemError 409 `idempotency-key-reused` for another body under the key
 */
export async function once<T>(
  c: AppContext,
  parts: Parts,
  who: Who,
  work: (tx: Tx) => Promise<Answer<T>>,
  about?: string,
): Promise<Answer<T>> {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return parts.store.write(work);
  if (!KEY.test(key)) {
    throw new ProblemError('idempotency-key-invalid', 422, {
      errors: [{ field: 'Idempotency-Key', code: 'idempotency-key-invalid' }],
    });
  }
  const owner = ownerOf(who);
  const request = `${c.req.method} ${c.req.path}\n${about ?? (await c.req.text())}`;
  return parts.store.write(async (tx) => {
    const isTaken =
      (await findKey(tx, ownersOf(who), key)) === undefined &&
      (await takeKey(tx, {
        owner,
        key,
        request_index: parts.seal.blindIndex(REQUEST, request),
        created_at: parts.clock.now(),
      }));
    if (isTaken) {
      const answer = await work(tx);
      await keepAnswer(tx, parts.seal, owner, key, answer);
      return answer;
    }
    const kept = await findKey(tx, ownersOf(who), key);
    if (!kept) throw new Error('an idempotency key went away');
    if (!parts.seal.blindIndexes(REQUEST, request).includes(kept.request_index)) {
      throw new ProblemError('idempotency-key-reused', 409);
    }
    // The body was sealed from an Answer<T> of this very request.
    return readAnswer(parts.seal, kept) as Answer<T>;
  });
}

/**
 * `once` for what staff do: a doubled click, or a press after an answer that was lost, has one effect. The work gets parts
 * whose store is this one transaction; what it tells of is told after the commit. Keys of staff are their own: no session
 * of a customer has a member's id.
 */
export async function onceAsStaff<T>(
  c: AppContext,
  parts: Parts,
  staff: StaffMember,
  work: (parts: Parts) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  let told: string[] = [];
  const answer = await once(c, parts, { sessionId: staff.id }, (tx) => {
    // Where the engine asks for it the work runs again.
    told = [];
    return work({
      ...parts,
      store: { ...parts.store, db: tx, write: (inner) => inner(tx) },
      hints: { ...parts.hints, notify: (subject) => void told.push(subject) },
    });
  });
  for (const subject of told) parts.hints.notify(subject);
  return answer;
}
