import type { PayablePolicy } from '#domain/api/policy.ts';
import type { Seal } from './seal.ts';
import type { Db, Tx } from './store.ts';

const placeOf = (id: string): string => `claim.policies_sealed.${id}`;

/** Keeps the policies that pay for a claim, as they were judged when it was sent. */
export async function savePolicies(
  tx: Tx,
  seal: Seal,
  claimId: string,
  policies: readonly PayablePolicy[],
): Promise<void> {
  await tx
    .updateTable('claim')
    .set({ policies_sealed: seal.seal(placeOf(claimId), JSON.stringify(policies)) })
    .where('id', '=', claimId)
    .execute();
}

/** The policies that pay for a claim; none for one sent before they were kept. */
export async function policiesOfClaim(
  db: Db,
  seal: Seal,
  claimId: string,
): Promise<readonly PayablePolicy[]> {
  const row = await db
    .selectFrom('claim')
    .select('policies_sealed')
    .where('id', '=', claimId)
    .executeTakeFirst();
  if (!row?.policies_sealed) return [];
  return JSON.parse(seal.open(placeOf(claimId), row.policies_sealed)) as PayablePolicy[];
}
