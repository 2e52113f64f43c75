import type { AnswerValue } from '#domain/flow/types.ts';
import { holding } from './engine-of.ts';
import type { ProposalTable } from './schema-handoff.ts';
import type { Seal } from './seal.ts';
import type { Db, Tx } from './store.ts';

export interface ProposalRecord extends Omit<ProposalTable, 'value_sealed'> {
  value: AnswerValue;
}

const placeOf = (id: string): string => `proposal.value_sealed.${id}`;

function readProposal({ value_sealed, ...row }: ProposalTable, seal: Seal): ProposalRecord {
  return { ...row, value: JSON.parse(seal.open(placeOf(row.id), value_sealed)) as AnswerValue };
}

export async function insertProposal(tx: Tx, seal: Seal, record: ProposalRecord): Promise<void> {
  const { value, ...row } = record;
  await tx
    .insertInto('proposal')
    .values({ ...row, value_sealed: seal.seal(placeOf(row.id), JSON.stringify(value)) })
    .execute();
}

/** A proposal for a draft, held until the end of the transaction. */
export async function holdProposal(
  tx: Tx,
  seal: Seal,
  id: string,
  draftId: string,
): Promise<ProposalRecord | undefined> {
  const query = tx
    .selectFrom('proposal')
    .selectAll()
    .where('id', '=', id)
    .where('draft_id', '=', draftId);
  const row = await holding(tx, query).executeTakeFirst();
  return row && readProposal(row, seal);
}

/** Proposals for a draft with the names of who made them, the oldest first. */
export async function listProposals(
  db: Db,
  seal: Seal,
  draftId: string,
): Promise<(ProposalRecord & { staffName: string })[]> {
  const rows = await db
    .selectFrom('proposal')
    .leftJoin('staff', 'staff.id', 'proposal.staff_id')
    .selectAll('proposal')
    .select('staff.display_name')
    .where('draft_id', '=', draftId)
    .orderBy('at')
    .orderBy('proposal.id')
    .limit(200)
    .execute();
  return rows.map(({ display_name, ...row }) => ({
    ...readProposal(row, seal),
    staffName: display_name ?? '',
  }));
}

/** The open proposal of a member for a field of a draft as it was then, held until the end of the transaction. */
export async function holdSameProposal(
  tx: Tx,
  seal: Seal,
  about: Pick<ProposalRecord, 'draft_id' | 'staff_id' | 'field' | 'base_version'>,
): Promise<ProposalRecord | undefined> {
  const query = tx
    .selectFrom('proposal')
    .selectAll()
    .where('draft_id', '=', about.draft_id)
    .where('staff_id', '=', about.staff_id)
    .where('field', '=', about.field)
    .where('base_version', '=', about.base_version)
    .where('state', '=', 'open');
  const row = await holding(tx, query).executeTakeFirst();
  return row && readProposal(row, seal);
}

export async function endProposal(
  tx: Tx,
  id: string,
  at: number,
  state: 'accepted' | 'declined',
): Promise<void> {
  await tx
    .updateTable('proposal')
    .set({ state, ended_at: at })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

/** A newer proposal for the same field takes the place of those that are open. */
export async function replaceProposals(
  tx: Tx,
  draftId: string,
  field: string,
  at: number,
): Promise<void> {
  await tx
    .updateTable('proposal')
    .set({ state: 'declined', ended_at: at })
    .where('draft_id', '=', draftId)
    .where('field', '=', field)
    .where('state', '=', 'open')
    .execute();
}
