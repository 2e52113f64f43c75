import type { Migration } from 'kysely';

/**
 * What becomes of a claim: who works on it, what was decided, asked for and paid (sealed, as one document), and beside
 * it what lists and clocks go by. A number for each change makes two changes at once take turns.
 */
export const claimsDecided: Migration = {
  async up(db) {
    const { schema } = db;
    const add = (table: string, column: string, type: 'text' | 'bigint') =>
      schema.alterTable(table).addColumn(column, type).execute();
    await add('claim', 'work_sealed', 'text');
    await add('claim', 'lng', 'text');
    await add('claim', 'in_charge', 'text');
    await add('claim', 'alerts', 'text');
    await add('claim', 'task', 'text');
    // The draft that a withdrawn claim gave back: `draft_id` is unique and belongs to the claim that is sent next.
    await add('claim', 'former_draft_id', 'text');
    await schema
      .alterTable('claim')
      .addColumn('changes', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await schema
      .alterTable('claim')
      .addColumn('urgency', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await schema
      .createIndex('claim_urgency')
      .on('claim')
      .columns(['urgency', 'submitted_at'])
      .execute();
    await schema.createIndex('claim_in_charge').on('claim').column('in_charge').execute();
    await schema.createIndex('claim_former_draft').on('claim').column('former_draft_id').execute();
    await add('staff', 'phone', 'text');
    await add('staff', 'hours', 'text');
  },
};
