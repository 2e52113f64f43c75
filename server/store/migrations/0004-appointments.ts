import type { Migration } from 'kysely';

/** How papers reach us without photos, and what else staff have to look at beside deciding. */
export const appointments: Migration = {
  async up(db) {
    const { schema } = db;
    await schema
      .createTable('appointment')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('customer_id', 'text', (c) => c.notNull())
      .addColumn('draft_id', 'text')
      .addColumn('claim_id', 'text')
      .addColumn('flow', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('papers', 'text', (c) => c.notNull())
      .addColumn('day', 'text')
      .addColumn('part', 'text')
      .addColumn('branch_id', 'text')
      .addColumn('address_sealed', 'text')
      .addColumn('visitor_id', 'text')
      .addColumn('code_sealed', 'text')
      .addColumn('lng', 'text', (c) => c.notNull())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('closed_at', 'bigint')
      .addColumn('closed_by', 'text')
      .execute();
    await schema
      .createIndex('appointment_customer')
      .on('appointment')
      .columns(['customer_id', 'created_at'])
      .execute();
    await schema.createIndex('appointment_draft').on('appointment').column('draft_id').execute();
    await schema.createIndex('appointment_claim').on('appointment').column('claim_id').execute();
    await schema
      .createIndex('appointment_state')
      .on('appointment')
      .columns(['state', 'day', 'created_at'])
      .execute();

    await schema
      .createTable('task')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('claim_id', 'text', (c) => c.notNull())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('done_at', 'bigint')
      .addColumn('done_by', 'text')
      .addUniqueConstraint('task_once', ['kind', 'claim_id'])
      .execute();
    await schema.createIndex('task_open').on('task').columns(['done_at', 'created_at']).execute();
  },
};
