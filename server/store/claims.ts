import type { Answers } from '#domain/flow/types.ts';
import { noWork, type ClaimWork, type StoredAlert } from './claim-work.ts';
import type { Seal } from './seal.ts';
import type { ClaimTable } from './schema-claim.ts';
import type { Db, Tx } from './store.ts';

/** A claim with its answers opened; the lists are still JSON text in the row. */
export interface ClaimRecord extends Omit<
  ClaimTable,
  | 'answers_sealed'
  | 'lane_reasons'
  | 'clocks'
  | 'consents'
  | 'confirmations'
  | 'work_sealed'
  | 'alerts'
> {
  answers: Answers;
  laneReasons: string[];
  clocks: { kind: string; dueAt: number }[];
  consents: string[];
  confirmations: string[];
  /** What was done with it; empty for one that just came. */
  work: ClaimWork;
  alerts: readonly StoredAlert[];
}

const placeOf = (id: string): string => `claim.answers_sealed.${id}`;
const workPlaceOf = (id: string): string => `claim.work_sealed.${id}`;

/** Opens a row. @throws SealError */
export function readClaim(row: ClaimTable, seal: Seal): ClaimRecord {
  const {
    answers_sealed,
    lane_reasons,
    clocks,
    consents,
    confirmations,
    work_sealed,
    alerts,
    ...rest
  } = row;
  return {
    ...rest,
    answers: JSON.parse(seal.open(placeOf(row.id), answers_sealed)) as Answers,
    laneReasons: JSON.parse(lane_reasons) as string[],
    clocks: JSON.parse(clocks) as ClaimRecord['clocks'],
    consents: JSON.parse(consents) as string[],
    confirmations: JSON.parse(confirmations) as string[],
    work: work_sealed
      ? { ...noWork, ...(JSON.parse(seal.open(workPlaceOf(row.id), work_sealed)) as ClaimWork) }
      : noWork,
    alerts: alerts ? (JSON.parse(alerts) as StoredAlert[]) : [],
  };
}

/** False when the number is taken (or, against all order, the draft has a claim). */
export async function insertClaim(tx: Tx, seal: Seal, claim: ClaimRecord): Promise<boolean> {
  const { answers, laneReasons, clocks, consents, confirmations, work, alerts, ...rest } = claim;
  const rows = await tx
    .insertInto('claim')
    .values({
      ...rest,
      answers_sealed: seal.seal(placeOf(claim.id), JSON.stringify(answers)),
      lane_reasons: JSON.stringify(laneReasons),
      clocks: JSON.stringify(clocks),
      consents: JSON.stringify(consents),
      confirmations: JSON.stringify(confirmations),
      work_sealed: seal.seal(workPlaceOf(claim.id), JSON.stringify(work)),
      alerts: JSON.stringify(alerts),
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
  Pick<
    ClaimTable,
    'id' | 'number' | 'flow' | 'status' | 'submitted_at' | 'promise_by' | 'urgency'
  >[]
> {
  return db
    .selectFrom('claim')
    .select(['id', 'number', 'flow', 'status', 'submitted_at', 'promise_by', 'urgency'])
    .where('owner', 'in', owners)
    .orderBy('submitted_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
}

/**
 * Takes the claim for a change, until the transaction ends: of several changes at once, each sees what the one before it
 * left. Undefined when there is none, or none of these owners.
 */
export async function holdClaim(
  tx: Tx,
  seal: Seal,
  id: string,
  owners?: readonly string[],
): Promise<ClaimRecord | undefined> {
  let query = tx
    .updateTable('claim')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .where('id', '=', id);
  if (owners) query = query.where('owner', 'in', owners);
  const row = await query.returningAll().executeTakeFirst();
  return row && readClaim(row, seal);
}

/** Writes what may change of a claim that was taken by `holdClaim` in the same transaction. */
export async function saveClaim(tx: Tx, seal: Seal, claim: ClaimRecord): Promise<void> {
  await tx
    .updateTable('claim')
    .set({
      status: claim.status,
      draft_id: claim.draft_id,
      former_draft_id: claim.former_draft_id ?? null,
      promise_by: claim.promise_by,
      clocks: JSON.stringify(claim.clocks),
      work_sealed: seal.seal(workPlaceOf(claim.id), JSON.stringify(claim.work)),
      in_charge: claim.in_charge ?? null,
      alerts: JSON.stringify(claim.alerts),
      task: claim.task ?? null,
      urgency: claim.urgency ?? 0,
    })
    .where('id', '=', claim.id)
    .execute();
}

/** Withdrawn claims that this draft was before, the newest first. */
export async function listFormerClaims(
  db: Db,
  seal: Seal,
  draftId: string,
): Promise<ClaimRecord[]> {
  const rows = await db
    .selectFrom('claim')
    .selectAll()
    .where('former_draft_id', '=', draftId)
    .orderBy('submitted_at', 'desc')
    .execute();
  return rows.map((row) => readClaim(row, seal));
}
