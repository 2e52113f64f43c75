import { readingRates } from '#domain/speech/pace.ts';
import { useWords } from '#platform/i18n/words.ts';
import { useReadingRate } from '#platform/speech/reading-settings.ts';
import { ToggleGroup } from '#ui/toggle-group/toggle-group.tsx';
import { rateNames } from './rate-names.ts';

/** How fast pages are read aloud: for the settings page, whose route loads the words `reading`. */
export function ReadingSpeed() {
  const { t } = useWords('reading');
  const { rate, setRate } = useReadingRate();
  return (
    <ToggleGroup
      label={t('settings.label')}
      hint={t('settings.hint')}
      options={readingRates.map((value) => ({
        value: String(value),
        label: t(`rates.${rateNames[value]}`),
      }))}
      value={String(rate)}
      onChange={(chosen) => {
        const found = readingRates.find((value) => String(value) === chosen);
        if (found !== undefined) setRate(found);
      }}
    />
  );
}
