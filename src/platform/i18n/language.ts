import { LANGUAGE_KEY } from '#domain/senior/display.ts';
import { changeLanguage, type Language } from './words.ts';

const YEAR_S = 365 * 24 * 3600;

/**
 * Changes the language of the page, and of every page that the server sends from now on.
 * @throws the network's error when the words cannot be had: everything then stays as it is
 */
export async function chooseLanguage(lng: Language): Promise<void> {
  await changeLanguage(lng);
  document.documentElement.lang = lng;
  document.cookie = `${LANGUAGE_KEY}=${lng}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
}
