import { batchedBy } from './batched.ts';
import type { EventTable } from './schema.ts';
import type { Seal } from './seal.ts';
import type { Db } from './store.ts';
import { openEvent, readEvents, type StoredEvent } from './streams.ts';

/** Most events of one answer. */
const PAGE = 500;
/** Who is this close behind the end is read together with others; who comes back after long alone. */
const CLOSE = 10;

const keyOf = (streamId: string, after: number): string => `${streamId} ${after}`;

const rowsBehind = batchedBy<Db, string, EventTable[]>(async (db, keys) => {
  const asked = keys.map((key) => {
    const [streamId = '', after] = key.split(' ');
    return { streamId, after: Number(after) };
  });
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where((eb) =>
      eb.or(
        asked.map(({ streamId, after }) =>
          eb.and([
            eb('stream_id', '=', streamId),
            eb('seq', '>', after),
            eb('seq', '<=', after + PAGE),
          ]),
        ),
      ),
    )
    .orderBy('stream_id')
    .orderBy('seq')
    .execute();
  const byStream = new Map<string, EventTable[]>();
  for (const row of rows) {
    const list = byStream.get(row.stream_id);
    if (list) list.push(row);
    else byStream.set(row.stream_id, [row]);
  }
  return new Map(
    asked.map(({ streamId, after }) => [
      keyOf(streamId, after),
      (byStream.get(streamId) ?? []).filter(({ seq }) => seq > after),
    ]),
  );
});

/**
 * Events behind a cursor, in order, at most a page of them; outside transactions, where many ask at once.
 * @param end where the log ended a moment ago
 */
export async function readEventsBehind(
  db: Db,
  seal: Seal,
  streamId: string,
  after: number,
  end: number,
): Promise<StoredEvent[]> {
  if (end - after > CLOSE) return readEvents(db, seal, streamId, after, PAGE);
  const rows = (await rowsBehind(db).get(keyOf(streamId, after))) ?? [];
  return rows.map((row) => openEvent(seal, row));
}
