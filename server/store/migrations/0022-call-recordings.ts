import type { Migration } from 'kysely';

/** Calls that were recorded with their customer's yes. One call has one recording at most. */
export const callRecordings: Migration = {
  async up(db) {
    await db.schema
      .createTable('call_recording')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('call_id', 'text', (c) => c.notNull())
      .addColumn('staff_id', 'text', (c) => c.notNull())
      .addColumn('notice', 'integer', (c) => c.notNull())
      .addColumn('consent_seq', 'integer', (c) => c.notNull())
      .addColumn('file_type', 'text', (c) => c.notNull())
      .addColumn('pieces', 'integer', (c) => c.notNull())
      .addColumn('bytes', 'integer', (c) => c.notNull())
      .addColumn('started_at', 'bigint', (c) => c.notNull())
      .addColumn('ended_at', 'bigint', (c) => c.notNull())
      .addColumn('keep_until', 'bigint', (c) => c.notNull())
      .addColumn('removed_at', 'bigint')
      .addColumn('removed_by', 'text')
      .addColumn('cleared_at', 'bigint')
      .execute();
    await db.schema
      .createIndex('call_recording_of')
      .unique()
      .on('call_recording')
      .columns(['conversation_id', 'call_id'])
      .execute();
    await db.schema
      .createIndex('call_recording_keep_until')
      .on('call_recording')
      .columns(['cleared_at', 'keep_until'])
      .execute();
  },
};
