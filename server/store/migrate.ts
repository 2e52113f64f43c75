import { DEFAULT_MIGRATION_TABLE, Migrator, type Kysely, type Migration } from 'kysely';
import { firstTables } from './migrations/0001-first-tables.ts';
import { customerDisplay } from './migrations/0002-customer-display.ts';
import { claimsDecided } from './migrations/0003-claims-decided.ts';
import { appointments } from './migrations/0004-appointments.ts';
import { knownFacts } from './migrations/0005-known-facts.ts';
import { documentReading } from './migrations/0010-document-reading.ts';
import { documentPages } from './migrations/0011-document-pages.ts';
import { documentMedia } from './migrations/0015-document-media.ts';
import { handoff } from './migrations/0020-handoff.ts';
import { draftLanguage } from './migrations/0021-draft-language.ts';
import { callRecordings } from './migrations/0022-call-recordings.ts';
import { messageLanguage } from './migrations/0023-message-language.ts';
import { sameUpload } from './migrations/0017-same-upload.ts';
import type { Db } from './store.ts';

/** In order, forward only: a migration that was released is never changed, only followed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-customer-display': customerDisplay,
  '0003-claims-decided': claimsDecided,
  '0004-appointments': appointments,
  '0005-known-facts': knownFacts,
  '0010-document-reading': documentReading,
  '0011-document-pages': documentPages,
  '0015-document-media': documentMedia,
  '0017-same-upload': sameUpload,
  '0020-handoff': handoff,
  '0021-draft-language': draftLanguage,
  '0022-call-recordings': callRecordings,
  '0023-message-language': messageLanguage,
};

/** The database was written by a newer program: nothing is touched. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
}

async function appliedNames(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) return [];
  const internal = db as unknown as Kysely<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>;
  const rows = await internal.selectFrom(DEFAULT_MIGRATION_TABLE).select('name').execute();
  return rows.map((row) => row.name);
}

/**
 * Brings the tables up to this program.
 * @throws NewerDatabaseError when a migration was applied that this program does not know
 */
export async function migrateToLatest(
  db: Db,
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  const unknown = (await appliedNames(db)).filter((name) => !(name in known));
  if (unknown.length > 0) {
    throw new NewerDatabaseError(
      `The database belongs to a newer SilverLane (it has ${unknown.join(', ')}). ` +
        'Start the newer program, or restore the backup taken before the upgrade. Nothing was changed.',
    );
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...known }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
