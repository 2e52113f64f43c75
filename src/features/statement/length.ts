type Say = (key: string, options?: Record<string, unknown>) => string;

/** `75` → 1 分 15 秒. */
export function lengthInWords(seconds: number, t: Say): string {
  const whole = Math.max(0, Math.round(seconds));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return minutes === 0
    ? t('length.seconds', { seconds: rest })
    : t('length.minutes', { minutes, seconds: rest });
}
