/**
 * The business day by the server's clock, also without a signal: a phone's clock may be a year off. Kept is the server's
 * day and the phone's day at the same moment; what the phone counts since then is added.
 */
const KEPT = 'sl_day';
/** Further on than this, days, the phone's clock was set anew in between: then the day last known is the better one. */
const MOST_DAYS = 60;

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

const numberOf = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const dayOf = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);
const phoneDay = (now: number) => Math.floor((now + CHINA_MS) / DAY_MS);

interface Known {
  server: number;
  phone: number;
}

let known: Known | undefined;
/** Time counted since the page was opened: a clock set anew meanwhile is not followed. */
const startedAt = Date.now();
const startedTick = performance.now();
/** A sleeping phone does not count; that its clock is ahead by less than this, ms, is sleep and no new setting. */
const SLEEP_MS = 3 * DAY_MS;

function phoneNow(): number {
  const counted = startedAt + (performance.now() - startedTick);
  const ahead = Date.now() - counted;
  return ahead > 0 && ahead < SLEEP_MS ? counted + ahead : counted;
}

function recall(): Known | undefined {
  try {
    const [server, phone] = (localStorage.getItem(KEPT) ?? '').split('.').map(Number);
    return server && phone ? { server, phone } : undefined;
  } catch {
    return undefined;
  }
}

/** The server has just said which day it is (`YYYY-MM-DD`). */
export function noteServerDay(day: string, now = phoneNow()): void {
  const server = numberOf(day);
  if (!Number.isFinite(server)) return;
  known = { server, phone: phoneDay(now) };
  try {
    localStorage.setItem(KEPT, `${known.server}.${known.phone}`);
  } catch {
    // Without storage it is known as long as the page is open.
  }
}

/** The day by the server, as far as it can be known now; by the phone where no server was ever heard. */
export function serverDay(now = phoneNow()): string {
  known ??= recall();
  if (!known) return dayOf(phoneDay(now));
  const passed = phoneDay(now) - known.phone;
  return dayOf(known.server + (passed >= 0 && passed <= MOST_DAYS ? passed : 0));
}
