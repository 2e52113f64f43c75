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
/**
 * Given with a page, before there is a session: two first calls at once, the human button and a draft, are then of one
 * person, where each would otherwise make a session and the later cookie take the other's request away.
 */
const VISIT_COOKIE = 'sl_visit';
const VISIT_S = 24 * 3600;
/** A session ends when nobody came back for so long. Own phones: signing in again and again is what drives people away. */
export const SESSION_MS = 30 * 24 * 3_600_000;
/** On somebody else's phone: shorter than a visit is noted in, so that it is never made longer. */
export const LENT_SESSION_MS = 2 * 3_600_000;
/** A visit is noted at most this often, so that reading costs no write. */
const TOUCH_MS = 6 * 3_600_000;

const isSecure = ({ config }: Pick<Parts, 'config'>): boolean =>
  config.publicUrl?.startsWith('https://') ?? false;

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
    secure: isSecure(parts),
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

/** Marks a browser that has no session yet; the mark is worth nothing without our secret. */
export function markVisit(c: AppContext, parts: Parts): void {
  if (getCookie(c, SESSION_COOKIE) || getCookie(c, VISIT_COOKIE)) return;
  setCookie(c, VISIT_COOKIE, parts.ids.token(), {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(parts),
    maxAge: VISIT_S,
  });
}

/** Of a marked browser always the same, so that calls at once make one session; of any other a new one. */
function firstToken(c: AppContext, parts: Parts): string {
  const visit = getCookie(c, VISIT_COOKIE);
  return visit ? parts.seal.blindIndex('visit', visit) : parts.ids.token();
}

/** Who asks; makes an anonymous session where there is none, for the first call that needs an owner. */
export async function ensureWho(c: AppContext, parts: Parts): Promise<Who> {
  const who = await readWho(c, parts);
  if (who) return who;
  const now = parts.clock.now();
  const make = async (token: string): Promise<Who | undefined> => {
    const id = parts.ids.id();
    const isNew = await insertSession(parts.store.db, {
      id,
      token_hash: tokenHash(token),
      customer_id: null,
      created_at: now,
      seen_at: now,
      expires_at: now + SESSION_MS,
    });
    const row = isNew ? { id, customer_id: null } : await findSession(parts.store.db, token, now);
    // Never into somebody's account by a mark alone: signing in gives another token.
    if (!row || row.customer_id !== null) return undefined;
    setSessionCookie(c, parts, token);
    return { sessionId: row.id };
  };
  const made = (await make(firstToken(c, parts))) ?? (await make(parts.ids.token()));
  if (!made) throw new Error('a session of a fresh token was there before');
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
