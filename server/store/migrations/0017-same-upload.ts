import type { Migration } from 'kysely';

/** A file that came twice for one answer: the second upload points to the document of the first and has none itself. */
export const sameUpload: Migration = {
  async up(db) {
    await db.schema.alterTable('upload').addColumn('same_as', 'text').execute();
    await db.schema
      .createIndex('document_photo')
      .on('document')
      .columns(['draft_id', 'photo_index'])
      .execute();
  },
};
