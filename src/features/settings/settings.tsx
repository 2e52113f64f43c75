import { useState } from 'react';
import type { Contrast, DisplayMode, TextStep } from '#domain/senior/display.ts';
import { useDisplay } from '#platform/display/display.ts';
import { chooseLanguage } from '#platform/i18n/language.ts';
import { languages, useWords, type Language } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';
import { ToggleGroup } from '#ui/toggle-group/toggle-group.tsx';
import { Account } from './account.tsx';
import './settings.css';

const modes: readonly DisplayMode[] = ['senior', 'standard'];
const textSteps: readonly TextStep[] = [1, 2, 3, 4, 5];
const contrasts: readonly Contrast[] = ['normal', 'high'];

/** How the page looks and speaks. Everything is in force at once: the page itself is the sample. */
export function Settings() {
  const { t } = useWords('settings');
  const { mode, text, contrast, setMode, setText, setContrast } = useDisplay();
  return (
    <Page title={t('title')} lead={<Plain text={t('lead')} />}>
      <div className="stack-close">
        <ToggleGroup
          label={t('mode.label')}
          hint={t('mode.hint')}
          options={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
          value={mode}
          onChange={setMode}
        />
        <p className="soft">
          <Plain text={t('mode.same')} />
        </p>
      </div>
      <div className="stack-close">
        <ToggleGroup
          label={t('text.label')}
          options={textSteps.map((step) => ({
            value: String(step),
            label: t(`text.steps.${step}`),
          }))}
          value={String(text)}
          onChange={(chosen) => setText(textSteps.find((step) => String(step) === chosen) ?? 1)}
        />
        <p className="settings-sample">{t('text.sample')}</p>
      </div>
      <ToggleGroup
        label={t('contrast.label')}
        hint={<Plain text={t('contrast.hint')} />}
        options={contrasts.map((value) => ({ value, label: t(`contrast.${value}`) }))}
        value={contrast}
        onChange={setContrast}
      />
      <ChooseLanguage />
      <Account />
      <TextLink href="/privacy">{t('privacy')}</TextLink>
    </Page>
  );
}

function ChooseLanguage() {
  const { t, lng } = useWords('settings');
  const [hasFailed, setFailed] = useState(false);
  const choose = async (chosen: Language) => {
    try {
      await chooseLanguage(chosen);
      setFailed(false);
    } catch {
      // The words did not arrive: the page stays in its language and says so.
      setFailed(true);
    }
  };
  return (
    <div className="stack-close">
      <ToggleGroup
        label={t('language.label')}
        options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        value={lng}
        onChange={(chosen) => void choose(chosen)}
      />
      <div role="status">
        {hasFailed ? <Notice kind="warn">{t('language.failed')}</Notice> : null}
      </div>
    </div>
  );
}
