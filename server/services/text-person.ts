import type { Lng } from '../http/words.ts';
import { smsText, type SmsKey } from '../http/words.ts';
import type { Parts } from '../parts.ts';
import { insertJob } from '../store/jobs.ts';
import { insertMessage } from '../store/messages.ts';
import type { Tx } from '../store/store.ts';

export interface TextToSend {
  to: string;
  /** Also the key of its words in `locales/<lng>/sms.json`. */
  purpose: SmsKey;
  lng: Lng;
  values: Readonly<Record<string, string>>;
}

/** Writes a text and the job that sends it, in the transaction of what it tells: neither goes without the other. */
export async function textPerson(tx: Tx, parts: Parts, text: TextToSend): Promise<void> {
  const id = parts.ids.id();
  const now = parts.clock.now();
  await insertMessage(tx, parts.seal, {
    id,
    channel: 'sms',
    purpose: text.purpose,
    to: text.to,
    lng: text.lng,
    text: smsText(text.lng, text.purpose, { hotline: parts.config.hotline, ...text.values }),
    createdAt: now,
  });
  await insertJob(tx, { id: parts.ids.id(), kind: 'send-message', subject: id, runAt: now, now });
}
