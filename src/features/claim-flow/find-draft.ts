import type { Draft } from '#domain/api/draft.ts';
import { begunAnew, withDraft, type KeptClaim } from '#domain/drafts/kept-claim.ts';
import type { Flow } from '#domain/flow/types.ts';
import { api, ApiError } from '#platform/api/client.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { ClaimEvent } from './claim-keeper.ts';

export interface FoundDraft {
  /** What happens to the kept claim with it. */
  event: ClaimEvent;
  draft: Draft;
  /** The kept one was sent from another device: it is no draft any more, and a new one was begun. */
  wasSent?: boolean;
}

const read = (id: string) => api.get<Draft>(`/api/drafts/${id}`);

const hasStatus = (error: unknown, status: number) =>
  error instanceof ApiError && error.problem.status === status;

async function readOrNothing(id: string): Promise<Draft | undefined> {
  try {
    return await read(id);
  } catch (error) {
    if (hasStatus(error, 404)) return undefined;
    throw error;
  }
}

const make = (flow: Flow, makeKey: string) =>
  api.post<Draft>('/api/drafts', { flow: flow.id }, { idempotencyKey: makeKey });

/**
 * The server's draft that belongs to what is kept on the phone: the same one, or the one that is open, or a new one.
 * @throws OfflineError, ApiError
 */
export async function findDraft(flow: Flow, kept: KeptClaim): Promise<FoundDraft> {
  const { drafts } = await api.get<{ drafts: { id: string; flow: string }[] }>('/api/drafts');
  const ours = drafts.filter((draft) => draft.flow === flow.id);
  const adopt = (draft: Draft): FoundDraft => ({
    draft,
    event: (claim) => withDraft(flow, claim, draft),
  });
  const openOrNew = async (claim: KeptClaim) => {
    const [open] = ours;
    return open ? read(open.id) : make(flow, claim.makeKey);
  };
  if (!kept.draft) return adopt(await openOrNew(kept));

  const { id } = kept.draft;
  const same = await readOrNothing(id);
  if (same && (ours.some((one) => one.id === id) || kept.isToSend)) return adopt(same);
  const makeKey = newId();
  const draft = await openOrNew({ ...kept, makeKey });
  if (same) {
    const fresh = (claim: KeptClaim): KeptClaim => ({
      ...begunAnew(flow, claim, makeKey),
      changes: {},
      photos: [],
    });
    return { draft, wasSent: true, event: (claim) => withDraft(flow, fresh(claim), draft) };
  }
  return {
    draft,
    // Applied where another tab has begun anew already, it changes nothing more.
    event: (claim) =>
      withDraft(flow, claim.draft?.id === id ? begunAnew(flow, claim, makeKey) : claim, draft),
  };
}
