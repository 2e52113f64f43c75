import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import type { AppEnv } from './context.ts';
import { ProblemError } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function isOurs(origin: string, host: string | undefined, config: Config): boolean {
  if (config.publicUrl) return origin === config.publicUrl;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Refuses a change that another site had the browser send. An Origin must be ours; without one, what the browser says
 * of the site must be harmless. With neither it is no browser (scripts, tests), and nobody was tricked into it.
 */
export function checkOrigin(config: Config): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!SAFE.has(c.req.method)) {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      // A page without referrer posts forms with the origin `null`: then the browser's own word on the site decides.
      const isKnown = origin !== undefined && origin !== 'null';
      const isFine = isKnown
        ? isOurs(origin, c.req.header('host') ?? new URL(c.req.url).host, config)
        : site !== undefined
          ? site === 'same-origin' || site === 'none'
          : origin === undefined;
      if (!isFine) throw new ProblemError('origin-foreign', 403);
    }
    await next();
  };
}
