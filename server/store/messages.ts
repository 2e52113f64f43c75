import type { Lng } from '../http/words.ts';
import { PHONE } from './customers.ts';
import type { Seal } from './seal.ts';
import type { MessageTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

export interface MessageRecord {
  id: string;
  channel: 'sms' | 'wechat';
  purpose: string;
  to: string;
  text: string;
  /** In which language the text is. */
  lng: Lng;
  createdAt: number;
  sentAt: number | null;
}

function readMessage(row: MessageTable, seal: Seal): MessageRecord {
  return {
    id: row.id,
    channel: row.channel,
    purpose: row.purpose,
    to: seal.open(`message.to_sealed.${row.id}`, row.to_sealed),
    text: row.text_sealed ? seal.open(`message.text_sealed.${row.id}`, row.text_sealed) : '',
    // Texts of before the language was kept were to people who wrote Chinese.
    lng: row.lng === 'en' ? 'en' : 'zh-CN',
    createdAt: row.created_at,
    sentAt: row.sent_at,
  };
}

export async function insertMessage(
  tx: Tx,
  seal: Seal,
  message: Omit<MessageRecord, 'sentAt'>,
): Promise<void> {
  await tx
    .insertInto('message')
    .values({
      id: message.id,
      channel: message.channel,
      purpose: message.purpose,
      to_index: seal.blindIndex(PHONE, message.to),
      to_sealed: seal.seal(`message.to_sealed.${message.id}`, message.to),
      text_sealed: seal.seal(`message.text_sealed.${message.id}`, message.text),
      lng: message.lng,
      created_at: message.createdAt,
      sent_at: null,
      failed_at: null,
    })
    .execute();
}

export async function findMessage(
  db: Db,
  seal: Seal,
  id: string,
): Promise<MessageRecord | undefined> {
  const row = await db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst();
  return row && readMessage(row, seal);
}

/** What was sent, newest first. */
export async function listSentMessages(
  db: Db,
  seal: Seal,
  limit: number,
): Promise<MessageRecord[]> {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('sent_at', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => readMessage(row, seal));
}

/** @param keepsText false takes the text away: a code that was sent is needed by nobody again */
export async function markSent(db: Db, id: string, now: number, keepsText: boolean): Promise<void> {
  await db
    .updateTable('message')
    .set({ sent_at: now, ...(keepsText ? {} : { text_sealed: null }) })
    .where('id', '=', id)
    .execute();
}

export async function markFailed(db: Db, id: string, now: number): Promise<void> {
  await db.updateTable('message').set({ failed_at: now }).where('id', '=', id).execute();
}
