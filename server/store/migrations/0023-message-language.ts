import type { Migration } from 'kysely';

/**
 * The language in which a text was written: who rings instead speaks it. Null: Chinese.
 * When a message was found to name a file of a conversation: only what is named is kept. Null: not looked for yet.
 */
export const messageLanguage: Migration = {
  async up(db) {
    await db.schema.alterTable('message').addColumn('lng', 'text').execute();
    await db.schema.alterTable('conversation_file').addColumn('named_at', 'bigint').execute();
  },
};
