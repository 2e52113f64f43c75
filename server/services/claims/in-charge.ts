import type { Parts } from '../../parts.ts';
import type { StaffTable } from '../../store/schema.ts';
import { listLeastBusy } from '../../store/staff.ts';
import type { Tx } from '../../store/store.ts';

/** Whom the customer rings about their claim, and when (G6). No name where nobody is in charge. */
export function viewInCharge(
  parts: Pick<Parts, 'config' | 'laneRules'>,
  staff: Pick<StaffTable, 'display_name' | 'phone' | 'hours'> | undefined,
): { name: string; phone: string; hours: string } {
  return {
    name: staff?.display_name ?? '',
    phone: staff?.phone ?? parts.config.hotline,
    hours: staff?.hours ?? parts.laneRules.serviceHours,
  };
}

/** Who takes charge of a new claim: of the agents, whoever has the fewest; nobody where there is none. */
export async function nextInCharge(tx: Tx, except: readonly string[] = []): Promise<string | null> {
  const [first] = await listLeastBusy(tx, 'agent', except);
  return first?.id ?? null;
}
