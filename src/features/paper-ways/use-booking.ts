import { useRef, useState } from 'react';
import type { Appointment, NewAppointment } from '#domain/api/appointment.ts';
import { api, ApiError, OfflineError } from '#platform/api/client.ts';
import { newId } from '#platform/ids/new-id.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';

export interface Booking {
  isBusy: boolean;
  /** Why it was not done, in the customer's words. */
  error?: string;
  /** @returns what stands now, or nothing where it was not done */
  book: (asked: NewAppointment) => Promise<Appointment | undefined>;
  cancel: (id: string) => Promise<Appointment | undefined>;
}

/** Arranges and cancels: once, however often the button is pressed and the network breaks. */
export function useBooking(): Booking {
  const { t } = useWords('paper-ways');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const keys = useRef(new Map<string, string>());

  const run = async (path: string, body: unknown): Promise<Appointment | undefined> => {
    const what = `${path} ${JSON.stringify(body)}`;
    const idempotencyKey = keys.current.get(what) ?? newId();
    keys.current.set(what, idempotencyKey);
    setBusy(true);
    setError(undefined);
    try {
      const answer = await api.post<Appointment>(path, body, { idempotencyKey });
      keys.current.delete(what);
      return answer;
    } catch (failed) {
      if (failed instanceof ApiError) keys.current.delete(what);
      else if (!(failed instanceof OfflineError)) throw failed;
      const { hotline } = pageFacts();
      setError(
        failed instanceof ApiError
          ? (failed.problem.errors?.[0]?.detail ?? failed.problem.detail)
          : t('failed', { hotline }),
      );
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    error,
    book: (asked) => run('/api/appointments', asked),
    cancel: (id) => run(`/api/appointments/${id}/cancel`, {}),
  };
}
