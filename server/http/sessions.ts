import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Parts } from '../parts.ts';
import {
  findSession,
  findSessionById,
  insertSession,
  tokenHash,
  touchSession,
} from '../store/sessions.ts';
import type { AppContext, Who } from './context.ts';
import { ProblemError } from './problem.ts';

export const SESSION_COOKIE = 'sl_session';
/** A session ends when nobody came back for so long. Own phones: signing in again and again is what drives people away. */
export const SESSION_MS = 30 * 24 * 3_600_000;
/** On somebody else's phone: shorter than a visit is noted in, so that it is never made longer. */
export const LENT_SESSION_MS = 2 * 3_600_000;
/** A visit is noted at most this often, so that reading costs no write. */
const TOUCH_MS = 6 * 3_600_000;

/**
 * Gives the token to the browser. `Secure` where people come by https.
 * @param isLent the phone is somebody else's: it forgets the token with its window
 */
export function setSessionCookie(
  c: AppContext,
  parts: Pick<Parts, 'config'>,
  token: string,
  isLent = false,
): void {
  setCookie(c, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: parts.config.publicUrl?.startsWith('https://') ?? false,
    ...(isLent ? {} : { maxAge: SESSION_MS / 1000 }),
  });
}

export function dropSessionCookie(c: AppContext): void {
  deleteCookie(c, SESSION_COOKIE, { path: '/' });
}

/** Who asks, or nothing where the request carries no live session. Read once per request. */
export async function readWho(c: AppContext, parts: Parts): Promise<Who | undefined> {
  const known = c.get('who');
  if (known !== undefined) return known ?? undefined;
  const token = getCookie(c, SESSION_COOKIE);
  const now = parts.clock.now();
  const row = token ? await findSession(parts.store.db, token, now) : undefined;
  if (row && token && now - row.seen_at > TOUCH_MS) {
    await touchSession(parts.store.db, row.id, now, now + SESSION_MS);
    setSessionCookie(c, parts, token);
  }
  const who = row ? { sessionId: row.id, customerId: row.customer_id ?? undefined } : undefined;
  c.set('who', who ?? null);
  return who;
}

/** Who asks; makes an anonymous session where there is none, for the first call that needs an owner. */
export async function ensureWho(c: AppContext, parts: Parts): Promise<Who> {
  const who = await readWho(c, parts);
  if (who) return who;
  const now = parts.clock.now();
  const token = parts.ids.token();
  const made: Who = { sessionId: parts.ids.id() };
  await insertSession(parts.store.db, {
    id: made.sessionId,
    token_hash: tokenHash(token),
    customer_id: null,
    created_at: now,
    seen_at: now,
    expires_at: now + SESSION_MS,
  });
  setSessionCookie(c, parts, token);
  c.set('who', made);
  return made;
}

/** @throws ProblemError 404: without a session nothing here is yours, whether it exists or not */
export async function needWho(c: AppContext, parts: Parts): Promise<Who> {
  const who = await readWho(c, parts);
  if (!who) throw new ProblemError('not-found', 404);
  return who;
}

/** @throws ProblemError 401 `sign-in-needed` */
export async function needCustomer(c: AppContext, parts: Parts): Promise<Required<Who>> {
  const who = await readWho(c, parts);
  if (!who?.customerId) throw new ProblemError('sign-in-needed', 401);
  return { sessionId: who.sessionId, customerId: who.customerId };
}

/** Whether the session of somebody who opened a stream lives on and is still theirs. */
export async function isSessionLive(parts: Parts, who: Who): Promise<boolean> {
  const row = await findSessionById(parts.store.db, who.sessionId, parts.clock.now());
  return row !== undefined && (row.customer_id ?? undefined) === who.customerId;
}
