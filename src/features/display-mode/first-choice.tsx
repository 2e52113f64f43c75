import { useState } from 'react';
import type { DisplayMode } from '#domain/senior/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';

interface FirstChoiceProps {
  /** Which of the two is marked when it opens; nothing is in force before the person says so. */
  preselect: DisplayMode;
  onChoose: (mode: DisplayMode) => void;
}

const modes: readonly DisplayMode[] = ['standard', 'senior'];

/**
 * The choice between the two modes, once, for everybody alike: each card shows its own size of text. In the page, not over
 * it: who passes it by goes on with the page as it is.
 */
export function FirstChoice({ preselect, onChoose }: FirstChoiceProps) {
  const { t } = useWords('display');
  const [marked, setMarked] = useState<DisplayMode>();
  const value = marked ?? preselect;
  return (
    <section className="first-choice" aria-label={t('first.label')} data-advice="first">
      <ChoiceGroup
        id="first-choice"
        label={t('first.label')}
        hint={t('first.hint')}
        isRow
        options={modes.map((mode) => ({
          value: mode,
          title: t(`first.${mode}.title`),
          text: <span className={`sample sample-${mode}`}>{t(`first.${mode}.sample`)}</span>,
        }))}
        value={value}
        onChange={setMarked}
      />
      <Button isWide onPress={() => onChoose(value)}>
        {t('first.go')}
      </Button>
    </section>
  );
}
