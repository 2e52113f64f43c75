import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import { openStore, STORE_FILE } from '#server/store/open.ts';
import { createSeal, readKeyRing } from '#server/store/seal.ts';
import { describeOnBoth, makeServer, TEST_SECRET, type TestServer } from './support/harness.ts';
import { CARD, readyDraft, visit } from './support/customer.ts';

const asBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

/** All that a thief of the disk would have: the raw file, or every value of every table. */
async function everything(server: TestServer): Promise<string> {
  const { databaseUrl, dataDir } = server.place;
  if (!databaseUrl) {
    return [STORE_FILE, `${STORE_FILE}-wal`]
      .map((name) => readFileSync(join(dataDir, name)).toString('latin1'))
      .join('');
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    const result = await client.query<{ row: string }>(`select t::text as row from "${name}" t`);
    rows.push(...result.rows.map((one) => asBytes(one.row)));
  }
  await client.end();
  return rows.join('\n');
}

describeOnBoth('what is kept of a person', (server) => {
  test('phone, name, card, answers and messages cannot be read from the store itself', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000001');
    const draft = await readyDraft(server(), visitor);
    const key = { 'idempotency-key': 'sealed-1' };
    expect((await visitor.submit(draft.id, key)).status).toBe(201);
    await visitor.post('/api/help-requests', { page: '/claims' });
    const code = await visitor.lastCode('13800000001');

    const raw = await everything(server());
    expect(raw.length).toBeGreaterThan(3000);
    expect(raw).toContain('claim-submitted');
    for (const secret of [
      '13800000001',
      '王秀兰',
      CARD,
      CARD.slice(4),
      '1956-03-12',
      '2026-11-02',
      `码是 ${code}`,
    ]) {
      expect(raw.includes(asBytes(secret))).toBe(false);
    }
    const token = visitor.cookies.get('sl_session') ?? '';
    expect(raw.includes(token)).toBe(false);
  });

  test('after a change of keys, what was sealed before opens, is found, and is sealed anew', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000002');
    const draft = await visitor.draftWith('outpatient', { payeeName: '李建国' });
    const rotated = createSeal(readKeyRing(`2:another secret for the tests only,1:${TEST_SECRET}`));
    const after = await makeServer(
      server().engine,
      { store: server().parts.store, seal: rotated },
      server().place,
    );
    after.parts.clock.advance(61_000);
    const again = visit(after);
    await again.signIn('13800000002');
    const opened = await again.get<Draft>(`/api/drafts/${draft.id}`);
    expect(opened.body.answers).toEqual({ payeeName: '李建国' });
    await again.saveAnswers(opened.body, { cause: 'illness' });
    const row = await server()
      .parts.store.db.selectFrom('draft')
      .select('answers_sealed')
      .where('id', '=', draft.id)
      .executeTakeFirstOrThrow();
    expect(row.answers_sealed).toMatch(/^v2\./);
    const customers = await server()
      .parts.store.db.selectFrom('customer')
      .select(['phone_index'])
      .execute();
    expect(customers.filter((one) => one.phone_index.startsWith('v2.'))).toHaveLength(1);
    expect(customers).toHaveLength(2);
  });

  test('a database that a newer program wrote is refused, and left as it is', async () => {
    const { place, parts } = server();
    const internal = parts.store.db.withTables<{
      kysely_migration: { name: string; timestamp: string };
    }>();
    await internal
      .insertInto('kysely_migration')
      .values({ name: '0999-from-the-future', timestamp: new Date().toISOString() })
      .execute();
    const opened = openStore({ dataDir: place.dataDir, databaseUrl: place.databaseUrl });
    await expect(opened).rejects.toThrow(
      /newer SilverLane.*0999-from-the-future.*Nothing was changed/s,
    );
    await internal
      .deleteFrom('kysely_migration')
      .where('name', '=', '0999-from-the-future')
      .execute();
    const again = await openStore({ dataDir: place.dataDir, databaseUrl: place.databaseUrl });
    await again.ping();
    await again.close();
  });
});
