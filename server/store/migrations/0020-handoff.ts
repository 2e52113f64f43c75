import { sql, type Migration } from 'kysely';

/** A person to hold on to: a log that is told of at once, the queue with its offers, call-backs, notes and proposals. */
export const handoff: Migration = {
  async up(db) {
    const { schema } = db;
    const add = (table: string, column: string, type: 'text' | 'bigint' | 'integer') =>
      schema.alterTable(table).addColumn(column, type).execute();
    const count = (table: string, column: string) =>
      schema
        .alterTable(table)
        .addColumn(column, 'bigint', (c) => c.notNull().defaultTo(0))
        .execute();

    // By the database's own clock: every process looks through what changed of late for hints that were lost.
    await count('stream', 'changed_at');
    await schema.createIndex('stream_changed_at').on('stream').column('changed_at').execute();

    for (const column of ['asked_at', 'customer_to', 'customer_read', 'staff_to', 'staff_read']) {
      await count('conversation', column);
    }
    for (const column of [
      'not_before',
      'first_taken_at',
      'touched_at',
      'customer_seen_at',
      'lost_at',
      'shown_at',
      'offer_until',
      'prefers_until',
    ]) {
      await add('conversation', column, 'bigint');
    }
    await add('conversation', 'shown_place', 'integer');
    for (const column of ['offer_id', 'offer_to', 'prefers', 'age_band', 'needs', 'wants']) {
      await add('conversation', column, 'text');
    }
    await schema
      .createIndex('conversation_taken_by')
      .on('conversation')
      .columns(['taken_by', 'state'])
      .execute();
    await schema
      .createIndex('conversation_asked_at')
      .on('conversation')
      .column('asked_at')
      .execute();

    await add('staff', 'skills', 'text');
    await schema
      .createTable('staff_presence')
      .addColumn('staff_id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('capacity', 'integer', (c) => c.notNull())
      .addColumn('seen_at', 'bigint', (c) => c.notNull())
      .addColumn('stream_at', 'bigint')
      .addColumn('idle_since', 'bigint', (c) => c.notNull())
      .addColumn('missed', 'integer', (c) => c.notNull())
      .execute();
    await schema
      .createTable('offer')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('staff_id', 'text', (c) => c.notNull())
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .addColumn('ended_at', 'bigint')
      .addColumn('outcome', 'text')
      .execute();
    await schema
      .createIndex('offer_conversation')
      .on('offer')
      .columns(['conversation_id', 'made_at'])
      .execute();
    await schema
      .createTable('callback')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('owner', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint')
      .addColumn('phone_sealed', 'text', (c) => c.notNull())
      .addColumn('lng', 'text', (c) => c.notNull())
      .addColumn('tries', 'text', (c) => c.notNull())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('ended_at', 'bigint')
      .execute();
    await schema
      .createIndex('callback_conversation')
      .on('callback')
      .column('conversation_id')
      .execute();
    await schema.createIndex('callback_state').on('callback').column('state').execute();
    await schema
      .createTable('conversation_note')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('staff_id', 'text', (c) => c.notNull())
      .addColumn('text_sealed', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('conversation_note_of')
      .on('conversation_note')
      .columns(['conversation_id', 'at'])
      .execute();
    await schema
      .createTable('conversation_file')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('file_type', 'text', (c) => c.notNull())
      .addColumn('bytes', 'integer', (c) => c.notNull())
      .addColumn('seconds', 'integer')
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('conversation_file_of')
      .on('conversation_file')
      .columns(['conversation_id', 'at'])
      .execute();
    await schema
      .createTable('proposal')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('draft_id', 'text', (c) => c.notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('staff_id', 'text', (c) => c.notNull())
      .addColumn('field', 'text', (c) => c.notNull())
      .addColumn('value_sealed', 'text', (c) => c.notNull())
      .addColumn('base_version', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('ended_at', 'bigint')
      .execute();
    await schema.createIndex('proposal_draft').on('proposal').columns(['draft_id', 'at']).execute();

    // Conversations of before: they asked when they were put in the queue.
    await sql`update conversation set asked_at = enqueued_at, first_taken_at = taken_at,
      touched_at = enqueued_at, customer_seen_at = enqueued_at, wants = 'chat'`.execute(db);
  },
};
