/** A wait in whole minutes and seconds, as `m:ss`: what staff compare at a glance. @param seconds from 0 */
export function waitWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
