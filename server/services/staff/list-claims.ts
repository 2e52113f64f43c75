import type { StaffClaimSummary } from '#domain/api/staff.ts';
import type { Parts } from '../../parts.ts';
import { findCustomer } from '../../store/customers.ts';
import { listClaimsForStaff, type ClaimCursor } from '../../store/staff-lists.ts';
import { viewSummary } from '../claim-view.ts';
import { maskPhone } from '../customer-view.ts';

const PAGE = 50;

function readCursor(text: string | undefined): ClaimCursor | undefined {
  const match = /^(\d{1,15})_([\w-]{1,100})$/.exec(text ?? '');
  return match ? { submittedAt: Number(match[1]), id: match[2] ?? '' } : undefined;
}

/**
 * Claims for the staff's list, newest first, a page at a time.
 * @param after `next` of the page before; anything else begins at the top
 */
export async function listClaims(
  parts: Parts,
  after?: string,
): Promise<{ claims: StaffClaimSummary[]; next?: string }> {
  const { db } = parts.store;
  const rows = await listClaimsForStaff(db, PAGE + 1, readCursor(after));
  const shown = rows.slice(0, PAGE);
  const claims: StaffClaimSummary[] = [];
  for (const row of shown) {
    const customer = await findCustomer(db, parts.seal, row.customer_id);
    const customerName = customer?.profile?.name ?? (customer ? maskPhone(customer.phone) : '');
    claims.push({ ...viewSummary(row), lane: row.lane, customerName });
  }
  const last = shown[shown.length - 1];
  return {
    claims,
    ...(rows.length > PAGE && last ? { next: `${last.submitted_at}_${last.id}` } : {}),
  };
}
