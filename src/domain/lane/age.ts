export type AgeBand = 'under60' | '60to79' | '80plus' | 'unknown';

/** Full years on a day, both `YYYY-MM-DD`: 60 begins on the birthday itself (B-2; 29 February counts on 1 March). */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** Only the band leaves the server, never the day of birth. */
export function ageBandOn(bornOn: string | undefined, day: string): AgeBand {
  if (!bornOn) return 'unknown';
  const age = ageOn(bornOn, day);
  if (age >= 80) return '80plus';
  return age >= 60 ? '60to79' : 'under60';
}

/** The business day in China for a moment in ms since 1970, `YYYY-MM-DD`. China has one zone and no summer time. */
export function chinaDay(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}
