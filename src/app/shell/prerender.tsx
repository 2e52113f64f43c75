import { renderToString } from 'react-dom/server';
import type { DisplayMode } from '#domain/senior/display.ts';
import { defaultDisplay } from '#domain/senior/display.ts';
import { startDisplay } from '#platform/display/display.ts';
import { loadWords, startWords, type Language } from '#platform/i18n/words.ts';
import { setPageFacts } from '#platform/page/facts.ts';
import { App } from './app.tsx';
import { loadPage } from './find-page.ts';
import { Opening } from './fallback-pages.tsx';
import { routes } from './routes.ts';

/** The pages made at build; every other address is sent the shell, whose human button works all the same. */
export const prerendered = [
  { name: 'home', path: '/' },
  { name: 'human', path: '/human' },
  { name: 'shell', path: '' },
] as const;

/** What the server puts in when it sends a page: known only when it runs. */
const hotlineToken = '__SL_HOTLINE__';
/** No hours that could be read: the page shows it as it is, and the server puts the sentence there. */
const hoursToken = '__SL_HOURS_SAID__';

/**
 * The HTML of one page inside `#root`, and its title.
 * @throws Error when the HTML holds a style attribute: the page's CSP would drop it
 */
export async function renderPage(
  path: string,
  lng: Language,
  mode: DisplayMode,
): Promise<{ html: string; title: string }> {
  setPageFacts({ hotline: hotlineToken, appMode: '__SL_APP_MODE__', humanHours: hoursToken });
  startDisplay({ ...defaultDisplay, mode });
  const words = await startWords(lng);
  await loadWords(['common']);
  const page = path === '' ? { path: '', params: {}, Page: Opening } : await loadPage(path);
  const html = renderToString(<App first={page} />);
  if (/<[^>]+ style="/.test(html))
    throw new Error(`${path} has a style attribute, which the CSP forbids`);
  const titleKey = routes.find((r) => r.path === path)?.titleKey;
  const brand = words.t('common:brand');
  return { html, title: titleKey ? `${words.t(`common:${titleKey}`)} · ${brand}` : brand };
}

export { routes };
