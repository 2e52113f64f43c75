/*
 * Looking at the text message can cost a phone with little memory the page behind it. The number that waits for its
 * code survives that, in this tab only, and no longer than a code is good for.
 */
const KEY = 'sl_pending_phone';
const KEEP_MS = 10 * 60_000;

/** Remembers the number that a code was sent to. */
export function keepPendingPhone(phone: string, now = Date.now()): void {
  try {
    sessionStorage.setItem(KEY, `${now}.${phone}`);
  } catch {
    // Storage is forbidden here: whoever loses the page types the number once more.
  }
}

/** Forgets it: signed in, or another number is wanted. */
export function forgetPendingPhone(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Where nothing may be stored, nothing is there to forget.
  }
}

/** The number whose code is still awaited, or nothing. */
export function pendingPhone(now = Date.now()): string | undefined {
  try {
    const match = /^(\d+)\.(1\d{10})$/.exec(sessionStorage.getItem(KEY) ?? '');
    return match && now - Number(match[1]) < KEEP_MS ? match[2] : undefined;
  } catch {
    return undefined;
  }
}
