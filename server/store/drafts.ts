import type { Actor } from '#domain/api/draft.ts';
import type { FactSource } from '#domain/drafts/facts.ts';
import type { Answers } from '#domain/flow/types.ts';
import { sql } from 'kysely';
import type { Seal } from './seal.ts';
import type { DraftTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

/** A draft as it was saved: the answers may be of an older version of the flow. */
export interface DraftRecord {
  id: string;
  owner: string;
  flow: string;
  flowVersion: number;
  version: number;
  state: 'open' | 'submitted';
  answers: Answers;
  writtenBy: Record<string, Actor>;
  /** Where accepted answers were known from; what the customer gave freely is not listed. */
  sources: Record<string, FactSource>;
  updatedAt: number;
  /** In which it was last worked on. */
  lng?: string;
}

const placeOf = (id: string): string => `draft.answers_sealed.${id}`;

function readDraft(row: DraftTable, seal: Seal): DraftRecord {
  return {
    id: row.id,
    owner: row.owner,
    flow: row.flow,
    flowVersion: row.flow_version,
    version: row.version,
    state: row.state,
    answers: JSON.parse(seal.open(placeOf(row.id), row.answers_sealed)) as Answers,
    writtenBy: JSON.parse(row.written_by) as Record<string, Actor>,
    sources: JSON.parse(row.sources ?? '{}') as Record<string, FactSource>,
    updatedAt: row.updated_at,
    ...(row.lng ? { lng: row.lng } : {}),
  };
}

export async function insertDraft(tx: Tx, seal: Seal, draft: DraftRecord): Promise<void> {
  await tx
    .insertInto('draft')
    .values({
      id: draft.id,
      owner: draft.owner,
      flow: draft.flow,
      flow_version: draft.flowVersion,
      version: draft.version,
      state: draft.state,
      answers_sealed: seal.seal(placeOf(draft.id), JSON.stringify(draft.answers)),
      written_by: JSON.stringify(draft.writtenBy),
      sources: JSON.stringify(draft.sources),
      lng: draft.lng ?? null,
      created_at: draft.updatedAt,
      updated_at: draft.updatedAt,
    })
    .execute();
}

/** The draft if one of these owns it; somebody else's is as absent as one that does not exist. */
export async function findDraft(
  db: Db,
  seal: Seal,
  id: string,
  owners: readonly string[],
): Promise<DraftRecord | undefined> {
  const row = await db
    .selectFrom('draft')
    .selectAll()
    .where('id', '=', id)
    .where('owner', 'in', owners)
    .executeTakeFirst();
  return row && readDraft(row, seal);
}

export function listOpenDrafts(
  db: Db,
  owners: readonly string[],
): Promise<Pick<DraftTable, 'id' | 'flow' | 'version' | 'updated_at'>[]> {
  return db
    .selectFrom('draft')
    .select(['id', 'flow', 'version', 'updated_at'])
    .where('owner', 'in', owners)
    .where('state', '=', 'open')
    .orderBy('updated_at', 'desc')
    .limit(50)
    .execute();
}

/** Saves the next version of an open draft; false when it is no longer the version that the change was made on. */
export async function updateDraft(
  tx: Tx,
  seal: Seal,
  next: Omit<DraftRecord, 'owner' | 'flow' | 'state'>,
): Promise<boolean> {
  const rows = await tx
    .updateTable('draft')
    .set({
      flow_version: next.flowVersion,
      version: next.version,
      answers_sealed: seal.seal(placeOf(next.id), JSON.stringify(next.answers)),
      written_by: JSON.stringify(next.writtenBy),
      sources: JSON.stringify(next.sources),
      lng: next.lng ?? null,
      updated_at: next.updatedAt,
    })
    .where('id', '=', next.id)
    .where('version', '=', next.version - 1)
    .where('state', '=', 'open')
    .returning('id')
    .execute();
  return rows.length === 1;
}

/** Whether a draft is open or sent, whose it is, its language and when it was last changed: for our own jobs. */
export function draftStanding(
  db: Db,
  id: string,
): Promise<Pick<DraftTable, 'state' | 'owner' | 'updated_at' | 'lng'> | undefined> {
  return db
    .selectFrom('draft')
    .select(['state', 'owner', 'updated_at', 'lng'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Closes an open draft for its claim: of several at once, exactly one gets true, the others wait for it and get false. */
export async function closeDraft(tx: Tx, id: string, now: number): Promise<boolean> {
  const rows = await tx
    .updateTable('draft')
    .set({ state: 'submitted', updated_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('id')
    .execute();
  return rows.length === 1;
}

/** Opens the draft of a claim that was taken back; a new version, so that a change made on the old one is noticed. */
export async function reopenDraft(tx: Tx, id: string, now: number): Promise<void> {
  await tx
    .updateTable('draft')
    .set((eb) => ({ state: 'open' as const, updated_at: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'submitted')
    .execute();
}

/** Ids of open drafts, last changed before a moment, whose session is gone. */
export async function listOrphanDrafts(db: Db, before: number): Promise<string[]> {
  const rows = await db
    .selectFrom('draft')
    .select('draft.id')
    .where('draft.state', '=', 'open')
    .where('draft.owner', 'like', 's:%')
    .where('draft.updated_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('session')
            .select('session.id')
            .where(sql<boolean>`draft.owner = 's:' || session.id`),
        ),
      ),
    )
    .limit(500)
    .execute();
  return rows.map((row) => row.id);
}

export async function deleteDraft(db: Db, id: string): Promise<void> {
  await db.deleteFrom('draft').where('id', '=', id).where('state', '=', 'open').execute();
}
