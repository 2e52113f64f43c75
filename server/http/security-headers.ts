import type { MiddlewareHandler } from 'hono';
import type { Parts } from '../parts.ts';
import type { AppEnv } from './context.ts';

/** The policy of every page: our own files, the hashed inline script and critical CSS, nothing from elsewhere. */
export function contentPolicy(parts: Pick<Parts, 'config' | 'pages'>): string {
  const hashes = (list: readonly string[]) => list.map((hash) => ` '${hash}'`).join('');
  return [
    "default-src 'none'",
    `script-src 'self'${hashes(parts.pages.scriptHashes)}`,
    `style-src 'self'${hashes(parts.pages.styleHashes)}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    // blob: is the photo that the customer has just chosen; some browsers look at a preview through it.
    "connect-src 'self' blob:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...(parts.config.publicUrl?.startsWith('https://') ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** Sets what a browser may do with every answer; an answer that says otherwise itself is left as it is. */
export function securityHeaders(parts: Pick<Parts, 'config' | 'pages'>): MiddlewareHandler<AppEnv> {
  const headers: [string, string][] = [
    ['content-security-policy', contentPolicy(parts)],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(self), microphone=(self), geolocation=(), payment=()'],
  ];
  if (parts.config.publicUrl?.startsWith('https://')) {
    headers.push(['strict-transport-security', 'max-age=31536000']);
  }
  return async (c, next) => {
    await next();
    for (const [name, value] of headers)
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    if (c.req.path.startsWith('/api/') && !c.res.headers.has('cache-control')) {
      c.res.headers.set('cache-control', 'no-store');
    }
  };
}
