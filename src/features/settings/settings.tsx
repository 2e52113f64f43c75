import { Fragment, useEffect, useState, type ReactNode } from 'react';
import type { Contrast, DisplayMode, TextStep } from '#domain/senior/display.ts';
import { useDisplay } from '#platform/display/display.ts';
import { chooseLanguage } from '#platform/i18n/language.ts';
import { languages, useWords, type Language } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { ToggleGroup } from '#ui/toggle-group/toggle-group.tsx';
import { Account } from './account.tsx';
import type { SendKept } from './sign-out.tsx';
import { findSettings, type SettingId } from './find-settings.ts';
import './settings.css';

const modes: readonly DisplayMode[] = ['senior', 'standard'];
const textSteps: readonly TextStep[] = [1, 2, 3, 4, 5];
const contrasts: readonly Contrast[] = ['normal', 'high'];

interface SettingsProps {
  /** How fast the page is read aloud. */
  reading?: ReactNode;
  /** Why the page looks as it does. */
  why?: ReactNode;
  /** Sends what is on this phone only, before signing out. */
  sendKept?: SendKept;
}

/**
 * How the page looks and speaks. Everything is in force at once: the page itself is the sample. The search shows what it
 * finds right there, ready to be changed.
 */
export function Settings({ reading, why, sendKept }: SettingsProps) {
  const { t } = useWords('settings');
  const { mode, text, contrast, setMode, setText, setContrast } = useDisplay();
  const [query, setQuery] = useState('');
  useEffect(() => {
    // The address may name a part of the page; it is there only now.
    const { hash } = location;
    const part = /^#[\w-]+$/.test(hash) ? document.getElementById(hash.slice(1)) : null;
    part?.scrollIntoView?.();
    part?.focus({ preventScroll: true });
  }, []);

  const parts: Readonly<Record<SettingId, ReactNode>> = {
    mode: (
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
    ),
    text: (
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
    ),
    contrast: (
      <ToggleGroup
        label={t('contrast.label')}
        hint={<Plain text={t('contrast.hint')} />}
        options={contrasts.map((value) => ({ value, label: t(`contrast.${value}`) }))}
        value={contrast}
        onChange={setContrast}
      />
    ),
    reading,
    language: <ChooseLanguage />,
    why,
    account: <Account sendKept={sendKept} />,
    privacy: <TextLink href="/privacy">{t('privacy')}</TextLink>,
  };
  const found = findSettings(query, (id) => t(`search.names.${id}`)).filter((id) => parts[id]);
  return (
    <Page title={t('title')} lead={<Plain text={t('lead')} />}>
      <TextBox
        label={t('search.label')}
        hint={t('search.hint')}
        value={query}
        onChange={setQuery}
        maxLength={40}
      />
      <div role="status">{found.length === 0 ? <p>{t('search.none')}</p> : null}</div>
      {found.map((id) => (
        <Fragment key={id}>{parts[id]}</Fragment>
      ))}
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
