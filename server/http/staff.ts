import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { StaffMember } from '#domain/api/staff.ts';
import type { Parts } from '../parts.ts';
import type { Device } from '../services/staff/attempts.ts';
import { may, type StaffPower } from '../services/staff/roles.ts';
import {
  findStaffSession,
  STAFF_SESSION_MS,
  type StaffSignIn,
} from '../services/staff/staff-sign-in.ts';
import type { AppContext } from './context.ts';
import { ProblemError } from './problem.ts';

/** Apart from the customer's cookie: who works here may have a claim of their own. */
export const STAFF_COOKIE = 'sl_staff';
/** Says that this name has signed in on this device before. */
export const DEVICE_COOKIE = 'sl_staff_device';
const DEVICE_SECONDS = 400 * 24 * 3600;

function cookieOptions(parts: Pick<Parts, 'config'>) {
  const secure = parts.config.publicUrl?.startsWith('https://') ?? false;
  return { httpOnly: true, sameSite: 'Strict', path: '/', secure } as const;
}

/** The token of the staff cookie, as it came. */
export function staffToken(c: AppContext): string | undefined {
  return getCookie(c, STAFF_COOKIE);
}

/** Gives session and device to the browser. */
export function setStaffCookies(
  c: AppContext,
  parts: Pick<Parts, 'config'>,
  signedIn: StaffSignIn,
): void {
  const options = cookieOptions(parts);
  setCookie(c, STAFF_COOKIE, signedIn.token, { ...options, maxAge: STAFF_SESSION_MS / 1000 });
  setCookie(c, DEVICE_COOKIE, signedIn.deviceCookie, {
    ...options,
    path: '/api/staff',
    maxAge: DEVICE_SECONDS,
  });
}

/** Takes the session from the browser; the device stays known. */
export function dropStaffCookie(c: AppContext, parts: Pick<Parts, 'config'>): void {
  deleteCookie(c, STAFF_COOKIE, cookieOptions(parts));
}

interface NodeBindings {
  incoming?: { socket?: { remoteAddress?: string } };
}

/** Where a sign-in comes from. Behind a proxy that is the proxy: devices that are known are counted apart from it. */
export function deviceOf(c: AppContext): Device {
  const env = c.env as NodeBindings | undefined;
  return {
    address: env?.incoming?.socket?.remoteAddress ?? 'unknown',
    cookie: getCookie(c, DEVICE_COOKIE),
  };
}

/** Who of the staff asks, or nothing. */
export async function readStaff(c: AppContext, parts: Parts): Promise<StaffMember | undefined> {
  const token = staffToken(c);
  return token ? findStaffSession(parts, token) : undefined;
}

/** @throws ProblemError 401 staff-sign-in-needed; 403 staff-not-allowed when their role does not include it */
export async function needStaff(
  c: AppContext,
  parts: Parts,
  power?: StaffPower,
): Promise<StaffMember> {
  const member = await readStaff(c, parts);
  if (!member) throw new ProblemError('staff-sign-in-needed', 401);
  if (power && !may(member.role, power)) throw new ProblemError('staff-not-allowed', 403);
  return member;
}
