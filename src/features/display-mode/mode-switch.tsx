import { useDisplay } from '#platform/display/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';

/**
 * Switches between the two modes at once and keeps the work in hand. On screen it says what one gets (大字版);
 * its accessible name also holds 长辈版, the name that the rules want found (M-3.1b, M-3.1c, W-2.5.3).
 */
export function ModeSwitch() {
  const { t } = useWords('common');
  const { mode, setMode } = useDisplay();
  const isSenior = mode === 'senior';
  return (
    <Button
      kind="quiet"
      icon={<Icon name="eye" />}
      aria-label={t(isSenior ? 'mode.toStandardName' : 'mode.toSeniorName')}
      onPress={() => setMode(isSenior ? 'standard' : 'senior')}
    >
      {t(isSenior ? 'mode.toStandard' : 'mode.toSenior')}
    </Button>
  );
}
