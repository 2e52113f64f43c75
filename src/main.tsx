import './app/shell/styles.ts';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from '#app/shell/app.tsx';
import { loadPage } from '#app/shell/find-page.ts';
import { defaultDisplay, readDisplay } from '#domain/senior/display.ts';
import { startDisplay } from '#platform/display/display.ts';
import { loadWords, startWords, type Language } from '#platform/i18n/words.ts';

/**
 * Shows the page that the address asks for. A page that came prerendered is taken over as it stands; for any
 * other the shell with the human button is already there and stays until the page is ready.
 */
async function start(): Promise<void> {
  const html = document.documentElement;
  const ahead = import('#app/shell/go-ahead.ts');
  const { text, contrast, rendered } = html.dataset;
  startDisplay(readDisplay(`${rendered}.${text}.${contrast}`) ?? defaultDisplay);
  await startWords(html.lang as Language);
  const [first] = await Promise.all([loadPage(location.pathname), loadWords(['common'])]);
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  if (html.dataset.page === first.route?.path) hydrateRoot(root, <App first={first} />);
  else createRoot(root).render(<App first={first} />);
  html.dataset.ready = 'true';
  // Without it the page works as it was sent; the room that it would take is given back.
  ahead.then(({ goAhead }) => goAhead()).catch(() => delete html.dataset.first);
}

void start();
