import type { MiddlewareHandler } from 'hono';
import type { Parts } from '../parts.ts';
import { addAudit } from '../store/audit.ts';
import type { AppEnv } from './context.ts';
import { ProblemError } from './problem.ts';
import { readStaff } from './staff.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** What is the customer's to do: everything but signing in as staff and what staff have of their own. */
const isCustomers = (path: string): boolean =>
  path.startsWith('/api/') && !/^\/api\/(staff|test|sessions|conversations)(\/|$)/.test(path);

/**
 * Staff may not act for a customer (不得违规代替客户操作): a change that no customer of this browser may make, tried by
 * somebody signed in as staff, is answered 403 and written down. Who is signed in as a customer too acts as one.
 */
export function refuseStaff(parts: Parts): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    const isRefused = c.res.status === 401 || c.res.status === 404;
    if (!isRefused || SAFE.has(c.req.method) || !isCustomers(c.req.path)) return;
    const staff = await readStaff(c, parts);
    if (!staff) return;
    await parts.store.write((tx) =>
      addAudit(tx, parts, {
        actor: { kind: 'staff', id: staff.id },
        action: 'staff-refused',
        subject: { kind: 'call', id: UUID.exec(c.req.path)?.[0] ?? '' },
        detail: { method: c.req.method, route: c.req.routePath, role: staff.role },
      }),
    );
    throw new ProblemError('staff-may-not', 403);
  };
}
