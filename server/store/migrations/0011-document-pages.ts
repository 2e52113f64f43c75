import type { Migration } from 'kysely';

/** A document may have several pages, and be turned by its owner: quarters clockwise. Null: one page, as it came. */
export const documentPages: Migration = {
  async up(db) {
    await db.schema.alterTable('document').addColumn('pages', 'integer').execute();
    await db.schema.alterTable('document').addColumn('quarters', 'integer').execute();
  },
};
