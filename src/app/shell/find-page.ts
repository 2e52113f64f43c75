import type { ComponentType } from 'react';
import { loadWords, NoSuchWordsError } from '#platform/i18n/words.ts';
import { routes, type PageProps, type Route } from './routes.ts';

/** A page that is ready to be shown: its code and its words are here. */
export interface LoadedPage {
  path: string;
  params: Readonly<Record<string, string>>;
  /** Absent for a path that leads nowhere. */
  route?: Route;
  Page?: ComponentType<PageProps>;
}

/** The parts that a pattern names in a path, or nothing: `/claims/:id` and `/claims/7` give `{ id: '7' }`. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const want = pattern.split('/');
  const have = path.replace(/(.)\/$/, '$1').split('/');
  if (want.length !== have.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of want.entries()) {
    const is = have[i] ?? '';
    if (!part.startsWith(':')) {
      if (part !== is) return undefined;
    } else if (is === '') return undefined;
    else params[part.slice(1)] = is;
  }
  return params;
}

/** The route of a path and the parts of it, or nothing. */
export function findRoute(
  path: string,
): { route: Route; params: Record<string, string> } | undefined {
  for (const route of routes) {
    const params = matchPath(route.path, path);
    if (!params) continue;
    return { route, params };
  }
  return undefined;
}

/**
 * Brings a page's code and words.
 * @throws the network's error when they cannot be had: the caller keeps the present page and says so
 */
export async function loadPage(path: string): Promise<LoadedPage> {
  const found = findRoute(path);
  if (!found) return { path, params: {} };
  const { route, params } = found;
  const words = route.words.map((name) =>
    name.replace(/:(\w+)/, (_, part: string) => params[part] ?? ''),
  );
  try {
    const [Page] = await Promise.all([route.load(), loadWords(words)]);
    return { path, params, route, Page };
  } catch (error) {
    // A kind of claim that does not exist has no words either: its address leads nowhere.
    if (error instanceof NoSuchWordsError) return { path, params: {} };
    throw error;
  }
}
