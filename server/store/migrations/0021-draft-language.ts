import type { Migration } from 'kysely';

/**
 * The language in which a draft was last worked on: a text about one of its photos is written in it. Null: Chinese.
 * When the owner of a photo said that it stays as it is, although it could not be read. Null: never.
 */
export const draftLanguage: Migration = {
  async up(db) {
    await db.schema.alterTable('draft').addColumn('lng', 'text').execute();
    await db.schema.alterTable('document').addColumn('left_at', 'bigint').execute();
  },
};
