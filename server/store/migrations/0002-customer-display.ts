import type { Migration } from 'kysely';

/** How a customer chose their pages to look, so that the choice goes with the person and not with the phone. */
export const customerDisplay: Migration = {
  async up(db) {
    await db.schema.alterTable('customer').addColumn('display', 'text').execute();
  },
};
