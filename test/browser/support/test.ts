import {
  test as base,
  expect,
  type BrowserContext,
  type ConsoleMessage,
  type WebError,
} from '@playwright/test';
import { startServer, type ServerProcess } from '../../support/server-process.ts';

interface TestParts {
  /** Lets console errors of this kind pass in the present test: `expectConsole(/ERR_INTERNET_DISCONNECTED/)`. */
  expectConsole: (pattern: RegExp) => void;
  /** Filled by the context; what is left over fails the test. */
  consoleWatch: { surprises: string[]; expected: RegExp[] };
}
interface WorkerParts {
  server: ServerProcess;
}

/**
 * The browser's own note that a call answered 401 or 404. These answers are part of the contract (who is not signed in
 * gets 401 from /api/me), and no page can keep the browser from writing it down. A 5xx is always a surprise.
 */
function isPlainAnswer(message: ConsoleMessage): boolean {
  return (
    /^Failed to load resource: .* status of 4\d\d/.test(message.text()) &&
    new URL(message.location().url).pathname.startsWith('/api/')
  );
}

/** Writes down what the console of these pages says of errors. @returns ends it */
export function watchConsole(
  context: BrowserContext,
  { surprises }: TestParts['consoleWatch'],
): () => void {
  const hear = (message: ConsoleMessage) => {
    if (!['error', 'warning'].includes(message.type()) || isPlainAnswer(message)) return;
    surprises.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  };
  const note = (error: WebError) => {
    // What a test brings into its pages it brings into the blank one too, which has no storage and no camera.
    if (error.page()?.url() === 'about:blank') return;
    surprises.push(`uncaught: ${error.error().stack ?? error.error().message}`);
  };
  context.on('console', hear);
  context.on('weberror', note);
  return () => {
    context.off('console', hear);
    context.off('weberror', note);
  };
}

/**
 * Playwright's test with our server and our rules: each worker has a server and data of its own, and a console error,
 * a console warning or an uncaught error that the test did not expect fails it.
 */
export const test = base.extend<TestParts, WorkerParts>({
  server: [
    // Playwright reads which parts are wanted out of this pattern: it must be there, empty.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.dispose();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url);
  },
  consoleWatch: async ({}, use) => {
    const watch: TestParts['consoleWatch'] = { surprises: [], expected: [] };
    await use(watch);
    const left = watch.surprises.filter(
      (text) => !watch.expected.some((wanted) => wanted.test(text)),
    );
    expect(left, 'the console stays clean').toEqual([]);
  },
  context: async ({ context, consoleWatch }, use) => {
    watchConsole(context, consoleWatch);
    await use(context);
    // What a page still asks for when its test is over is nobody's fault. It leaves first, and then there is no network: a
    // call that a test has held up would otherwise be let go to the server, which the next test of this worker meets.
    for (const page of context.pages()) await page.goto('about:blank');
    await context.setOffline(true);
    for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
  expectConsole: async ({ consoleWatch }, use) => {
    await use((pattern) => consoleWatch.expected.push(pattern));
  },
});

export { expect };
