import type { Migration } from 'kysely';

/** A document may be a recording: what it plays as, and how long it is. Null for photos. */
export const documentMedia: Migration = {
  async up(db) {
    await db.schema.alterTable('document').addColumn('media_type', 'text').execute();
    await db.schema.alterTable('document').addColumn('seconds', 'integer').execute();
  },
};
