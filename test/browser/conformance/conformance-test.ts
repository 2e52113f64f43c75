import type { Page } from '@playwright/test';
import { test as base, watchConsole } from '../support/test.ts';
import { endRules } from './network.ts';
import { fillServer, type People } from './people.ts';

/** One page for all scenes of a worker, whose cache keeps the two hundred files of a page. Nothing else stays. */
interface Room {
  /** The page of the last scene, or a new one. */
  open: () => Promise<Page>;
  /** Forgets whatever the scene has left. */
  empty: () => Promise<void>;
  /** What this scene brings into the browser stays there: the next one has another page in another profile. */
  useUp: () => void;
}

const SIZE = { width: 360, height: 640 };

/**
 * The browser suites' test, with a server that people have used: once a worker, since it takes seconds. The scenes of a
 * worker come one after the other into one page, which has neither storage, cookies nor rules of the network left.
 */
export const test = base.extend<object, { people: People; room: Room }>({
  people: [
    async ({ server }, use) => {
      await use(await fillServer(server.url));
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  room: [
    async ({ browser, server }, use, { project }) => {
      const { hasTouch, isMobile, locale, timezoneId } = project.use;
      let page: Page | undefined;
      let isUsedUp = false;
      const close = async () => {
        await page?.context().close();
        page = undefined;
      };
      await use({
        open: async () => {
          isUsedUp = false;
          page ??= await browser.newPage({
            baseURL: server.url,
            viewport: SIZE,
            hasTouch,
            isMobile,
            locale,
            timezoneId,
            // It keeps pages for a time without a signal, which is another suite's matter, and would outlive its scene.
            serviceWorkers: 'block',
          });
          await page.setViewportSize(SIZE);
          return page;
        },
        empty: async () => {
          if (!page) return;
          // It leaves first: what hangs must not be let go to the server, and what runs must not write anew.
          await page.goto('about:blank');
          await endRules(page);
          if (isUsedUp) return close();
          const line = await page.context().newCDPSession(page);
          await line.send('Storage.clearDataForOrigin', {
            origin: server.url,
            storageTypes: 'all',
          });
          await line.detach();
          await page.context().clearCookies();
        },
        useUp: () => {
          isUsedUp = true;
        },
      });
      await close();
    },
    { scope: 'worker' },
  ],
  page: async ({ room, consoleWatch }, use) => {
    const page = await room.open();
    consoleWatch.expected.push(/Service Worker registration blocked/);
    const endWatch = watchConsole(page.context(), consoleWatch);
    await use(page);
    await room.empty();
    endWatch();
  },
});
