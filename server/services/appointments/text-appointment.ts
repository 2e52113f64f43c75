import type { Branch } from '#domain/api/branch.ts';
import type { Lng } from '../../http/words.ts';
import { smsText, type SmsKey } from '../../http/words.ts';
import type { Parts } from '../../parts.ts';
import type { AppointmentRecord } from '../../store/appointments.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import type { Tx } from '../../store/store.ts';
import { textPerson } from '../text-person.ts';

const days: Readonly<Record<Lng, Intl.DateTimeFormat>> = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }),
};

/** Day and part of the day as a text says them. */
function whenWords(lng: Lng, { day, part }: Pick<AppointmentRecord, 'day' | 'part'>): string {
  if (!day) return '';
  const words = days[lng].format(new Date(`${day}T12:00:00+08:00`));
  if (!part) return words;
  return smsText(lng, part === 'morning' ? 'when-morning' : 'when-afternoon', { day: words });
}

function bookedKey({ kind, day }: AppointmentRecord): SmsKey | undefined {
  if (kind === 'visit') return day ? 'visit-booked' : 'visit-call';
  if (kind === 'branch') return day ? 'branch-booked' : 'branch-any-day';
  // For "a family member sends it" nobody waits for anything of ours.
  return kind === 'post' ? 'post-chosen' : undefined;
}

/** The text that tells what was arranged, whole, with no link in it (W2). */
export async function textBooked(
  tx: Tx,
  parts: Parts,
  customer: CustomerRecord,
  record: AppointmentRecord,
  branches: readonly Branch[],
): Promise<void> {
  const lng = record.lng as Lng;
  const purpose = bookedKey(record);
  const branch =
    branches.find(({ id }) => id === record.branch_id) ??
    // Letters go to the largest branch, which settles most.
    (record.kind === 'post' ? branches[0] : undefined);
  if (!purpose || (record.kind === 'post' && !branch)) return;
  await textPerson(tx, parts, {
    to: customer.phone,
    purpose: purpose === 'visit-booked' && !record.code ? 'visit-no-name' : purpose,
    lng,
    values: {
      when: whenWords(lng, record),
      visitor: record.visitorName ?? '',
      code: record.code ?? '',
      branch: branch?.name ?? '',
      address: branch?.address ?? '',
    },
  });
}

/** The text that tells that it is over: cancelled by the customer, or the papers are here. */
export async function textClosed(
  tx: Tx,
  parts: Parts,
  customer: CustomerRecord,
  record: AppointmentRecord,
  how: 'cancelled' | 'papers-here',
): Promise<void> {
  const lng = record.lng as Lng;
  const when = whenWords(lng, record);
  await textPerson(tx, parts, {
    to: customer.phone,
    purpose: how === 'papers-here' ? how : when ? 'appointment-cancelled' : 'way-cancelled',
    lng,
    values: { when },
  });
}
