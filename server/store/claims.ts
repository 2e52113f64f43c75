import type { Answers } from '#domain/flow/types.ts';
import type { Seal } from './seal.ts';
import type { ClaimTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

/** A claim with its answers opened; the lists are still JSON text in the row. */
export interface ClaimRecord extends Omit<
  ClaimTable,
  'answers_sealed' | 'lane_reasons' | 'clocks' | 'consents' | 'confirmations'
> {
  answers: Answers;
  laneReasons: string[];
  clocks: { kind: string; dueAt: number }[];
  consents: string[];
  confirmations: string[];
}

const placeOf = (id: string): string => `claim.answers_sealed.${id}`;

/** Opens a row. @throws SealError */
export function readClaim(row: ClaimTable, seal: Seal): ClaimRecord {
  const { answers_sealed, lane_reasons, clocks, consents, confirmations, ...rest } = row;
  return {
    ...rest,
    answers: JSON.parse(seal.open(placeOf(row.id), answers_sealed)) as Answers,
    laneReasons: JSON.parse(lane_reasons) as string[],
    clocks: JSON.parse(clocks) as ClaimRecord['clocks'],
    consents: JSON.parse(consents) as string[],
    confirmations: JSON.parse(confirmations) as string[],
  };
}

/** False when the number is taken (or, against all order, the draft has a claim). */
export async function insertClaim(tx: Tx, seal: Seal, claim: ClaimRecord): Promise<boolean> {
  const { answers, laneReasons, clocks, consents, confirmations, ...rest } = claim;
  const rows = await tx
    .insertInto('claim')
    .values({
      ...rest,
      answers_sealed: seal.seal(placeOf(claim.id), JSON.stringify(answers)),
      lane_reasons: JSON.stringify(laneReasons),
      clocks: JSON.stringify(clocks),
      consents: JSON.stringify(consents),
      confirmations: JSON.stringify(confirmations),
    })
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .execute();
  return rows.length === 1;
}

export async function findClaim(
  db: Db,
  seal: Seal,
  id: string,
  owners: readonly string[],
): Promise<ClaimRecord | undefined> {
  const row = await db
    .selectFrom('claim')
    .selectAll()
    .where('id', '=', id)
    .where('owner', 'in', owners)
    .executeTakeFirst();
  return row && readClaim(row, seal);
}

/** Of no owner in particular: for our own jobs and for staff, whose routes ask for a role first. */
export async function findClaimById(
  db: Db,
  seal: Seal,
  id: string,
): Promise<ClaimRecord | undefined> {
  const row = await db.selectFrom('claim').selectAll().where('id', '=', id).executeTakeFirst();
  return row && readClaim(row, seal);
}

export async function findClaimOfDraft(
  db: Db,
  seal: Seal,
  draftId: string,
): Promise<ClaimRecord | undefined> {
  const row = await db
    .selectFrom('claim')
    .selectAll()
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  return row && readClaim(row, seal);
}

/** Newest first. */
export function listClaims(
  db: Db,
  owners: readonly string[],
): Promise<
  Pick<ClaimTable, 'id' | 'number' | 'flow' | 'status' | 'submitted_at' | 'promise_by'>[]
> {
  return db
    .selectFrom('claim')
    .select(['id', 'number', 'flow', 'status', 'submitted_at', 'promise_by'])
    .where('owner', 'in', owners)
    .orderBy('submitted_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
}
