import { chinaDay } from '#domain/lane/age.ts';
import { nextWorkingDays } from '#domain/lane/working-days.ts';
import type { Parts } from '../../parts.ts';

/** So many days are offered: a choice that fits on a page, and a week's wait at most. */
const DAYS = 5;

/** The days on which somebody can come or be seen, `YYYY-MM-DD`: the next working ones by the server's clock. */
export function appointmentDays(parts: Pick<Parts, 'clock'>): string[] {
  return nextWorkingDays(chinaDay(parts.clock.now()), DAYS);
}
