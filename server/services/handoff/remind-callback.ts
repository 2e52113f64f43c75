import type { Parts } from '../../parts.ts';
import { callbackPhone, findCallback } from '../../store/callbacks.ts';
import type { LeasedJob } from '../../store/store.ts';
import { deadlineWords } from '../moment-words.ts';
import { textPerson } from '../text-person.ts';
import { REMIND_MS } from './ask-callback.ts';

/** Reminds by text of the call to come; not of one that was called off, moved or had already. */
export async function remindCallback(parts: Parts, job: LeasedJob): Promise<void> {
  const row = await findCallback(parts.store.db, job.subject);
  const now = parts.clock.now();
  // Asked for within the half hour before: the text that confirmed it is the reminder.
  const isDue = row?.at != null && row.state === 'waiting' && now < row.at;
  if (!row || !isDue || row.at === null || row.at - row.created_at <= REMIND_MS) return;
  const { at } = row;
  const lng = row.lng === 'en' ? 'en' : 'zh-CN';
  await parts.store.write((tx) =>
    textPerson(tx, parts, {
      to: callbackPhone(row, parts.seal),
      purpose: 'callback-reminder',
      lng,
      values: { when: deadlineWords(lng, at) },
    }),
  );
}
