import { getCookie } from 'hono/cookie';
import type { MiddlewareHandler } from 'hono';
import { LANGUAGE_KEY } from '#domain/senior/display.ts';
import type { AppEnv } from './context.ts';
import { chooseLng } from './words.ts';

/** Sets the language of the request: `?lng`, the kept choice, Accept-Language, Chinese. */
export function readLng(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set(
      'lng',
      chooseLng(c.req.query('lng'), getCookie(c, LANGUAGE_KEY), c.req.header('accept-language')),
    );
    await next();
  };
}
