import type { Page } from '@playwright/test';

type Pattern = string | RegExp;

/** No answer comes, as on a line that has stopped: the page shows what it shows while it waits. */
export const hang = (page: Page, pattern: Pattern) =>
  page.route(pattern, () => new Promise<void>(() => undefined));

/** The connection breaks. */
export const breakOff = (page: Page, pattern: Pattern, method?: string) =>
  page.route(pattern, (route) =>
    method && route.request().method() !== method ? route.fallback() : route.abort(),
  );

/** The server answers this. */
export const answer = (
  page: Page,
  pattern: Pattern,
  json: unknown,
  status = 200,
  method?: string,
) =>
  page.route(pattern, (route) => {
    if (method && route.request().method() !== method) return route.fallback();
    const contentType = status >= 400 ? 'application/problem+json' : 'application/json';
    return status === 204
      ? route.fulfill({ status })
      : route.fulfill({ status, contentType, body: JSON.stringify(json) });
  });

/** The server's own answer with something in it changed: for what only time or another person brings about. */
export const change = (page: Page, pattern: Pattern, over: (body: never) => object) =>
  page.route(pattern, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as never;
    await route.fulfill({ response, json: { ...(body as object), ...over(body) } });
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
