import { createInstance, type i18n as I18n, type TFunction } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { useDisplay } from '../display/display.ts';

export type Language = 'zh-CN' | 'en';
export const languages: readonly Language[] = ['zh-CN', 'en'];

/** One chunk per file and language: a page brings only its own words, in one language. */
const files = import.meta.glob<{ default: Record<string, unknown> }>('../../../locales/**/*.json');

let instance: I18n = createInstance();

/** There is no such file of words. */
export class NoSuchWordsError extends Error {
  override name = 'NoSuchWordsError';
}

/** Starts the words of one language with no file loaded yet. */
export async function startWords(lng: Language): Promise<I18n> {
  instance = createInstance();
  await instance.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    defaultNS: 'common',
    ns: [],
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: '' },
    returnNull: false,
  });
  return instance;
}

/**
 * Loads the named files of words, those that are not there yet.
 * @throws NoSuchWordsError, or the network's error when a file cannot be had
 */
export async function loadWords(
  namespaces: readonly string[],
  lng: string = instance.language,
): Promise<void> {
  await Promise.all(
    namespaces.map(async (ns) => {
      if (instance.hasResourceBundle(lng, ns)) return;
      const load = files[`../../../locales/${lng}/${ns}.json`];
      if (!load) throw new NoSuchWordsError(`${ns} in ${lng}`);
      instance.addResourceBundle(lng, ns, (await load()).default);
    }),
  );
}

/** Changes the language of everything on the page; the words that were loaded are loaded again in it. */
export async function changeLanguage(lng: Language): Promise<void> {
  const loaded = Object.keys(instance.getDataByLanguage(instance.language) ?? {});
  await loadWords(loaded, lng);
  await instance.changeLanguage(lng);
}

export interface Words {
  t: (key: string, options?: Record<string, unknown>) => string;
  lng: Language;
}

/** The words of one file. In senior mode the plainer variant `<key>_senior` is taken where there is one. */
export function useWords(ns: string): Words {
  const { mode } = useDisplay();
  const { t, i18n } = useTranslation(ns);
  const say = useCallback(
    (key: string, options?: Record<string, unknown>) =>
      (t as TFunction)(
        key,
        mode === 'senior' ? { context: 'senior', ...options } : { ...options },
      ) as string,
    [t, mode],
  );
  return { t: say, lng: i18n.language as Language };
}

/** Whether a word exists, for texts that a flow may leave out. */
export function hasWord(ns: string, key: string): boolean {
  return instance.exists(key, { ns });
}
