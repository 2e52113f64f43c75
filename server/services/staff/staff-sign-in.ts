import type { StaffMember } from '#domain/api/staff.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import type { StaffTable } from '../../store/schema.ts';
import { tokenHash } from '../../store/sessions.ts';
import {
  deleteStaffSession,
  findStaffByName,
  findStaffOfToken,
  insertStaffSession,
  markAttemptRight,
  touchStaffSession,
} from '../../store/staff.ts';
import { isPassword, pretendToCompare } from '../passwords.ts';
import { deviceKey, makeDeviceCookie, takeTry, type Device } from './attempts.ts';

/** A shift; then the password again. */
export const STAFF_SESSION_MS = 12 * 3_600_000;
/** A desk left alone. */
export const STAFF_IDLE_MS = 3_600_000;

export interface StaffSignIn {
  member: StaffMember;
  /** For the session's cookie; only its hash is kept. */
  token: string;
  /** For the device's cookie. */
  deviceCookie: string;
}

/** What of a member may leave the server. */
export function memberOf(
  row: Pick<StaffTable, 'id' | 'username' | 'display_name' | 'role'>,
): StaffMember {
  return { id: row.id, username: row.username, displayName: row.display_name, role: row.role };
}

/** Names are read as people type them, in any case, with stray spaces; what no name of ours can be is nobody's. */
export function readUsername(typed: string): string {
  const name = typed.normalize('NFKC').trim().toLowerCase();
  return /^[\w.@-]{1,64}$/.test(name) ? name : '';
}

/** Two comparisons at once at most: each takes 32 MB and a core, and the pages must go on. */
const SLOTS = 2;
const QUEUE_MAX = 20;
let taken = 0;
const queue: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (taken >= SLOTS) {
    if (queue.length >= QUEUE_MAX)
      throw new ProblemError('busy', 503, { headers: { 'retry-after': '5' } });
    await new Promise<void>((resolve) => queue.push(resolve));
  } else {
    taken += 1;
  }
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else taken -= 1;
  }
}

/**
 * Signs a member of staff in.
 * @throws ProblemError staff-sign-in-wrong (401) for a wrong name or password, not telling which; staff-sign-in-wait
 * (429 with Retry-After) after too many wrong ones from this device; busy (503)
 */
export async function staffSignIn(
  parts: Parts,
  given: { username: string; password: string },
  device: Device,
): Promise<StaffSignIn> {
  const username = readUsername(given.username);
  const key = deviceKey(parts, username, device);
  const row = await findStaffByName(parts.store.db, username);
  const subject = { kind: 'staff', id: row?.id ?? 'unknown' };
  const attempt = await parts.store.write(async (tx) => {
    const tried = await takeTry(tx, parts, username, key);
    if ('waitMs' in tried) {
      await addAudit(tx, parts, {
        actor: { kind: 'system' },
        action: 'staff-sign-in-held',
        subject,
      });
    }
    return tried;
  });
  if ('waitMs' in attempt) {
    const seconds = String(Math.ceil(attempt.waitMs / 1000));
    throw new ProblemError('staff-sign-in-wait', 429, { headers: { 'retry-after': seconds } });
  }
  const isRight = await inTurn(() =>
    row ? isPassword(given.password, row.password_hash) : pretendToCompare(given.password),
  );
  if (!row || !isRight) {
    await parts.store.write((tx) =>
      addAudit(tx, parts, { actor: { kind: 'system' }, action: 'staff-sign-in-failed', subject }),
    );
    throw new ProblemError('staff-sign-in-wrong', 401);
  }
  const token = parts.ids.token();
  const now = parts.clock.now();
  await parts.store.write(async (tx) => {
    await markAttemptRight(tx, attempt.id);
    await insertStaffSession(tx, {
      id: parts.ids.id(),
      token_hash: tokenHash(token),
      staff_id: row.id,
      created_at: now,
      seen_at: now,
      expires_at: now + STAFF_SESSION_MS,
    });
    await addAudit(tx, parts, {
      actor: { kind: 'staff', id: row.id },
      action: 'staff-signed-in',
      subject,
    });
  });
  return { member: memberOf(row), token, deviceCookie: makeDeviceCookie(parts, username) };
}

/** Whose session this token is, if it lives; notes once a minute that it is in use. */
export async function findStaffSession(
  parts: Parts,
  token: string,
): Promise<StaffMember | undefined> {
  const now = parts.clock.now();
  const row = await findStaffOfToken(parts.store.db, tokenHash(token));
  if (!row || row.expires_at <= now || row.seen_at + STAFF_IDLE_MS <= now) return undefined;
  if (row.seen_at + 60_000 <= now) {
    await parts.store.write((tx) => touchStaffSession(tx, row.session_id, now));
  }
  return memberOf(row);
}

/** Ends a session; not an error when there is none. */
export async function staffSignOut(parts: Parts, token: string): Promise<void> {
  await parts.store.write(async (tx) => {
    const ended = await deleteStaffSession(tx, tokenHash(token));
    if (!ended) return;
    const staff = { kind: 'staff' as const, id: ended };
    await addAudit(tx, parts, { actor: staff, action: 'staff-signed-out', subject: staff });
  });
}
