import type { CDPSession, Page } from '@playwright/test';

type Pattern = string | RegExp;
interface Asked {
  url: string;
  method: string;
}
interface Paused {
  requestId: string;
  request: Asked;
  responseStatusCode?: number;
  responseHeaders?: { name: string; value: string }[];
}
interface Rule {
  isFor: (asked: Asked) => boolean;
  answer: (line: CDPSession, paused: Paused, hanging: Set<string>) => Promise<unknown>;
}

/*
 * Only what a rule may be about is held up: Playwright's own routes lead every file of a page, two hundred of them, through
 * this process, and without the browser's cache.
 */
const API = '*/api/*';
const FILES = '*/assets/*';

interface Line {
  line: CDPSession;
  rules: Rule[];
  /** Patterns of what is held up. */
  held: Set<string>;
  /** Calls that get no answer. */
  hanging: Set<string>;
  hasEnded: boolean;
}

const lines = new WeakMap<Page, Line>();

const fail = (line: CDPSession, requestId: string) =>
  line.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });

/** A glob of whole addresses, as Playwright's routes have it: `**` is anything, `*` has no slash. */
function toRegExp(pattern: Pattern): RegExp {
  if (pattern instanceof RegExp) return pattern;
  const source = pattern
    .split('**')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*'))
    .join('.*');
  return new RegExp(`^${source}$`);
}

async function lineOf(page: Page): Promise<Line> {
  const known = lines.get(page);
  if (known) return known;
  const line = await page.context().newCDPSession(page);
  const made: Line = { line, rules: [], held: new Set(), hanging: new Set(), hasEnded: false };
  line.on('Fetch.requestPaused', (paused: Paused) => {
    const { requestId, request } = paused;
    if (made.hasEnded) return void fail(line, requestId).catch(() => undefined);
    const rule = made.rules.find(({ isFor }) => isFor(request));
    const sent = rule
      ? rule.answer(line, paused, made.hanging)
      : line.send('Fetch.continueRequest', { requestId });
    // Whoever has left the page waits for no answer.
    sent.catch(() => undefined);
  });
  lines.set(page, made);
  return made;
}

async function when(
  page: Page,
  pattern: Pattern,
  answer: Rule['answer'],
  method?: string,
): Promise<void> {
  const { line, rules, held } = await lineOf(page);
  const wanted = toRegExp(pattern);
  rules.unshift({
    isFor: (asked) => wanted.test(asked.url) && (!method || asked.method === method),
    answer,
  });
  held.add(API);
  if (wanted.source.includes('assets')) held.add(FILES);
  await line.send('Fetch.enable', { patterns: [...held].map((urlPattern) => ({ urlPattern })) });
}

/**
 * Ends all of this for a page that has left. What hangs breaks off first: with the rule's end it would be let go to the
 * server, since the browser forgets the calls of a page some time after the page.
 */
export async function endRules(page: Page): Promise<void> {
  const known = lines.get(page);
  if (!known) return;
  lines.delete(page);
  known.hasEnded = true;
  const failing = [...known.hanging].map((id) => fail(known.line, id).catch(() => undefined));
  await Promise.all(failing);
  await known.line.detach();
}

/** No answer comes, as on a line that has stopped: the page shows what it shows while it waits. */
export const hang = (page: Page, pattern: Pattern) =>
  when(page, pattern, async (_line, { requestId }, hanging) => hanging.add(requestId));

/** The connection breaks. */
export const breakOff = (page: Page, pattern: Pattern, method?: string) =>
  when(page, pattern, (line, { requestId }) => fail(line, requestId), method);

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

/** The server answers this. */
export const answer = (
  page: Page,
  pattern: Pattern,
  json: unknown,
  status = 200,
  method?: string,
) =>
  when(
    page,
    pattern,
    (line, { requestId }) => {
      if (status === 204)
        return line.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      const type = status >= 400 ? 'application/problem+json' : 'application/json';
      return line.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: status,
        responseHeaders: [{ name: 'content-type', value: type }],
        body: base64(json),
      });
    },
    method,
  );

/** The server's own answer with something in it changed: for what only time or another person brings about. */
export const change = (page: Page, pattern: Pattern, over: (body: never) => object) =>
  when(page, pattern, async (line, { requestId, responseStatusCode, responseHeaders = [] }) => {
    if (responseStatusCode === undefined) {
      return line.send('Fetch.continueRequest', { requestId, interceptResponse: true });
    }
    const sent = await line.send('Fetch.getResponseBody', { requestId });
    const text = sent.base64Encoded ? Buffer.from(sent.body, 'base64').toString() : sent.body;
    const body = JSON.parse(text) as never;
    return line.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: responseStatusCode,
      responseHeaders: responseHeaders.filter(
        ({ name }) => !/^content-(length|encoding)$/i.test(name),
      ),
      body: base64({ ...(body as object), ...over(body) }),
    });
  });

/** An error of the API as RFC 9457 has it. */
export const problem = (status: number, code: string, detail: string, errors?: object[]) => ({
  type: `/problems/${code}`,
  title: detail,
  status,
  code,
  detail,
  ...(errors ? { errors } : {}),
});
