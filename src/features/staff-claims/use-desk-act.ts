import { useRef, useState } from 'react';
import type { StaffClaim } from '#domain/api/staff.ts';
import { api, ApiError, OfflineError } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { newId } from '#platform/ids/new-id.ts';

export interface DeskAct {
  isBusy: boolean;
  /** Why it did not happen. */
  error?: string;
  /** Why, by the field of the request that is at fault. */
  faults: Readonly<Record<string, string>>;
  /** Does it, and gives the claim as it is then to whoever shows it. */
  run: (what: string, body?: unknown) => Promise<void>;
}

/** Something that staff do with a claim: once, however often the button is pressed and the network breaks. */
export function useDeskAct(claimId: string, onDone: (claim: StaffClaim) => void): DeskAct {
  const { t } = useWords('staff');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const last = useRef<{ what: string; key: string }>(undefined);

  const run = async (what: string, body: unknown = {}) => {
    if (isBusy) return;
    const asked = `${what} ${JSON.stringify(body)}`;
    // The same request after a lost answer is the same one.
    const key = last.current?.what === asked ? last.current.key : newId();
    last.current = { what: asked, key };
    setBusy(true);
    setError(undefined);
    setFaults({});
    try {
      const path = `/api/staff/claims/${encodeURIComponent(claimId)}/${what}`;
      const claim = await api.post<StaffClaim>(path, body, { idempotencyKey: key });
      last.current = undefined;
      onDone(claim);
    } catch (failed) {
      if (failed instanceof ApiError) {
        const { errors = [], detail } = failed.problem;
        setFaults(Object.fromEntries(errors.map((fault) => [fault.field, fault.detail])));
        setError(detail);
      } else if (failed instanceof OfflineError) setError(t('desk.offline'));
      else throw failed;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, faults, run };
}
