import type { Migration } from 'kysely';

/**
 * What is known before it is asked: where accepted answers came from, the policies that pay for a claim, which events
 * were filed (to notice the same one twice), and what became of the hospital records that the insurer tells of.
 */
export const knownFacts: Migration = {
  async up(db) {
    const { schema } = db;
    await schema.alterTable('draft').addColumn('sources', 'text').execute();
    await schema.alterTable('claim').addColumn('policies_sealed', 'text').execute();

    await schema
      .createTable('filed_event')
      .addColumn('claim_id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('event_index', 'text', (c) => c.notNull())
      .addColumn('customer_id', 'text', (c) => c.notNull())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .execute();
    await schema.createIndex('filed_event_index').on('filed_event').column('event_index').execute();

    await schema
      .createTable('hospital_record')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('customer_id', 'text', (c) => c.notNull())
      .addColumn('record_ref', 'text', (c) => c.notNull())
      .addColumn('draft_id', 'text')
      .addColumn('dismissed_at', 'bigint')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addUniqueConstraint('hospital_record_once', ['customer_id', 'record_ref'])
      .execute();
    await schema
      .createIndex('hospital_record_draft')
      .on('hospital_record')
      .column('draft_id')
      .execute();
  },
};
