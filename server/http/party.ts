import { z } from '@hono/zod-openapi';
import type { Parts } from '../parts.ts';
import type { Party } from '../services/handoff/party.ts';
import type { AppContext } from './context.ts';
import { needWho, readWho } from './sessions.ts';
import { needStaff, readStaff } from './staff.ts';

/** In one browser somebody may be signed in as both: staff pages say so, everybody else is the customer. */
export const AsQuery = {
  as: z.enum(['customer', 'staff']).optional().openapi({
    description: '`staff`: acts as the signed-in member of staff; else as the customer',
  }),
};

/**
 * Which side speaks. Without a word it is the customer of this browser, and where there is none its member of staff.
 * @throws ProblemError 404 for neither; 401 and 403 for no staff
 */
export async function partyOf(
  c: AppContext,
  parts: Parts,
  as: 'customer' | 'staff' | undefined,
): Promise<Party> {
  const isStaff =
    as === 'staff' ||
    (as === undefined && !(await readWho(c, parts)) && (await readStaff(c, parts)));
  if (isStaff) return { side: 'agent', staff: await needStaff(c, parts, 'talk') };
  return { side: 'customer', who: await needWho(c, parts) };
}
