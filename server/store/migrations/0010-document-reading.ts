import type { Migration } from 'kysely';

/** What was read from a photographed paper, sealed; it goes when its document goes. */
export const documentReading: Migration = {
  async up(db) {
    await db.schema.alterTable('document').addColumn('reading_sealed', 'text').execute();
  },
};
