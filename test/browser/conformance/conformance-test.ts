import { test as base } from '../support/test.ts';
import { fillServer, type People } from './people.ts';

/** The browser suites' test, with a server that people have used: once a worker, since it takes seconds. */
export const test = base.extend<object, { people: People }>({
  people: [
    async ({ server }, use) => {
      await use(await fillServer(server.url));
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
