import type { StaffClaimList, StaffClaimSummary, StaffMember } from '#domain/api/staff.ts';
import type { Parts } from '../../parts.ts';
import type { StoredAlert } from '../../store/claim-work.ts';
import { findCustomer } from '../../store/customers.ts';
import { listClaimsForStaff, type ClaimCursor } from '../../store/staff-lists.ts';
import { staffNames } from '../../store/staff.ts';
import { LATE_URGENCY, sortAlerts } from '../claims/standing.ts';
import { viewSummary } from '../claim-view.ts';
import { maskPhone } from '../customer-view.ts';

const PAGE = 50;

function readCursor(text: string | undefined): ClaimCursor | undefined {
  const match = /^(\d)_(\d{1,15})_([\w-]{1,100})$/.exec(text ?? '');
  if (!match) return undefined;
  return { urgency: Number(match[1]), submittedAt: Number(match[2]), id: match[3] ?? '' };
}

/**
 * Claims for the staff's list, a page at a time: what is late stands first, the more urgent before the less, then the
 * newest.
 * @param asked `after`: `next` of the page before; anything else begins at the top
 */
export async function listClaims(
  parts: Parts,
  staff: Pick<StaffMember, 'id'>,
  { after, show = 'all' }: { after?: string; show?: StaffClaimList } = {},
): Promise<{ claims: StaffClaimSummary[]; next?: string }> {
  const { db } = parts.store;
  const rows = await listClaimsForStaff(db, PAGE + 1, {
    after: readCursor(after),
    isToDo: show === 'to-do',
    ...(show === 'late' ? { fromUrgency: LATE_URGENCY } : {}),
    ...(show === 'mine' ? { inCharge: staff.id } : {}),
  });
  const shown = rows.slice(0, PAGE);
  const names = await staffNames(db, [...new Set(shown.flatMap((row) => row.in_charge ?? []))]);
  const claims: StaffClaimSummary[] = [];
  for (const row of shown) {
    const customer = await findCustomer(db, parts.seal, row.customer_id);
    const customerName = customer?.profile?.name ?? (customer ? maskPhone(customer.phone) : '');
    const alerts = row.alerts ? (JSON.parse(row.alerts) as StoredAlert[]) : [];
    const name = names.get(row.in_charge ?? '');
    claims.push({
      ...viewSummary(row),
      lane: row.lane,
      customerName,
      // What raised it long ago and is no longer so is history, and no badge.
      ...((row.urgency ?? 0) > 0 ? { alerts: sortAlerts(alerts.map(({ kind }) => kind)) } : {}),
      ...(row.task ? { task: row.task } : {}),
      ...(name ? { inChargeName: name } : {}),
    });
  }
  const last = shown[shown.length - 1];
  return {
    claims,
    ...(rows.length > PAGE && last
      ? { next: `${last.urgency ?? 0}_${last.submitted_at}_${last.id}` }
      : {}),
  };
}
