import { bodyLimit } from 'hono/body-limit';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './context.ts';
import { ProblemError } from './problem.ts';

/** Largest JSON or form body: a draft of all fields is below 20 KB. Photos go to /api/uploads, which has its own. */
export const BODY_MAX = 256 * 1024;

const WITHOUT_BODY = new Set(['GET', 'HEAD']);

const hasOwnLimit = (path: string): boolean =>
  path.startsWith('/api/uploads') || /^\/api\/conversations\/[^/]+\/files$/.test(path);

/** 413 for a body that is too large, said or measured. */
export function limitBody(): MiddlewareHandler<AppEnv> {
  const limit = bodyLimit({
    maxSize: BODY_MAX,
    onError: () => {
      throw new ProblemError('body-too-large', 413);
    },
  });
  return (c, next) => {
    if (hasOwnLimit(c.req.path) || WITHOUT_BODY.has(c.req.method)) return next();
    // Only to look whether there is a body makes a whole web request of it: a length that is said says enough.
    const said = c.req.header('content-length');
    const isSaid = said !== undefined && c.req.header('transfer-encoding') === undefined;
    if (!isSaid) return limit(c, next);
    if (Number(said) > BODY_MAX) throw new ProblemError('body-too-large', 413);
    return next();
  };
}
