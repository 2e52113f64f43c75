import { useWords } from '#platform/i18n/words.ts';

/** Says how long something is: `75` → 1 分 15 秒. */
export function useLength(): (seconds: number) => string {
  const { t } = useWords('statement');
  return (seconds) => {
    const whole = Math.max(0, Math.round(seconds));
    const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
    return minutes === 0
      ? t('length.seconds', { seconds: rest })
      : t('length.minutes', { minutes, seconds: rest });
  };
}
