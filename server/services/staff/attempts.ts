import { createHash } from 'node:crypto';
import type { Parts } from '../../parts.ts';
import { SealError } from '../../store/seal.ts';
import { holdStaffName, insertAttempt, recentAttempts } from '../../store/staff.ts';
import type { Tx } from '../../store/store.ts';

/**
 * Wrong passwords are counted for a name on one device, never for a name alone: otherwise anybody could lock a
 * colleague out by typing nonsense (OWASP, "Slow down online guessing attacks with device cookies"). A device that has
 * signed in as this name before carries a cookie and is counted by itself; all others are counted by address.
 */
export const MAX_FAILURES = 5;
export const FAILURE_WINDOW_MS = 15 * 60_000;

export interface Device {
  /** Where it calls from. */
  address: string;
  /** The cookie that an earlier sign-in left, if any. */
  cookie?: string;
}

const place = (username: string): string => `staff_device.cookie.${username}`;

/** A cookie for a device on which this name has signed in; worth nothing for another name. */
export function makeDeviceCookie(parts: Pick<Parts, 'seal' | 'ids'>, username: string): string {
  return parts.seal.seal(place(username), parts.ids.token());
}

function readDeviceCookie(
  parts: Pick<Parts, 'seal'>,
  username: string,
  cookie: string,
): string | undefined {
  try {
    return parts.seal.open(place(username), cookie);
  } catch (error) {
    // Another name's cookie, an old key or a forgery: the device is simply not known.
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

/** What tries from this device are counted under; holds no address in the clear. */
export function deviceKey(parts: Pick<Parts, 'seal'>, username: string, device: Device): string {
  const known = device.cookie && readDeviceCookie(parts, username, device.cookie);
  const text = known ? `cookie\0${known}` : `address\0${device.address}`;
  return `${known ? 'd' : 'a'}.${createHash('sha256').update(text).digest('base64url')}`;
}

/**
 * Takes one try of a name on a device, written before the password is looked at so that many at once are no more.
 * @returns its id, or the ms until the next one is taken
 */
export async function takeTry(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock'>,
  username: string,
  device: string,
): Promise<{ id: string } | { waitMs: number }> {
  await holdStaffName(tx, username);
  const now = parts.clock.now();
  const since = now - FAILURE_WINDOW_MS;
  const recent = await recentAttempts(tx, username, device, since, MAX_FAILURES);
  const failures = recent.findIndex((attempt) => attempt.is_success === 1);
  if ((failures < 0 ? recent.length : failures) >= MAX_FAILURES) {
    const oldest = recent[recent.length - 1]?.at ?? now;
    return { waitMs: Math.max(1000, oldest + FAILURE_WINDOW_MS - now) };
  }
  const id = parts.ids.id();
  await insertAttempt(tx, { id, username, device, at: now, is_success: 0 });
  return { id };
}
