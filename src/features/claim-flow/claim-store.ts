import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ClaimReceipt } from '#domain/api/claim.ts';
import type { Draft, DraftChange } from '#domain/api/draft.ts';
import type { Problem } from '#domain/api/problem.ts';
import type { FactSource } from '#domain/drafts/facts.ts';
import { consentsOf, walkClaim } from '#domain/flow/claim-walk.ts';
import type { Answers, AnswerValue, Flow } from '#domain/flow/types.ts';
import type { ValidationContext } from '#domain/flow/validate.ts';
import { api, ApiError, OfflineError } from '#platform/api/client.ts';
import { newId } from '#platform/ids/new-id.ts';
import { sessionStore } from '#platform/session/session.ts';

export type SaveState = 'saved' | 'saving' | 'waiting';

export interface ClaimState {
  status: 'loading' | 'ready' | 'failed';
  draft?: Draft;
  /** What is on screen: the draft's answers with every change since, saved or not. */
  answers: Answers;
  save: SaveState;
  /** The same draft was changed on another device; both sides' fields were kept. */
  wasChangedElsewhere: boolean;
  open: () => Promise<void>;
  /** @param from where it was known from, when the customer said yes to it instead of giving it freely */
  answer: (field: string, value: AnswerValue | null, from?: FactSource) => void;
  /** Looks again at what the server knows: after sign-in, and once papers were read. Changes no answer. */
  refresh: () => Promise<void>;
  /** Resolves when the server has every change. @throws OfflineError, ApiError */
  saveNow: () => Promise<void>;
  /** Sends the claim once, however often it is called. @throws OfflineError, ApiError with the fields at fault */
  submit: () => Promise<ClaimReceipt>;
}

/** How long to wait before the next try when there is no network, ms: doubled up to the last. */
const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 30_000;

interface ChangedProblem extends Problem {
  draft: Draft;
}

const isChanged = (error: unknown): error is ApiError & { problem: ChangedProblem } =>
  error instanceof ApiError && error.problem.code === 'draft-changed' && 'draft' in error.problem;

function applied(answers: Answers, changes: ReadonlyMap<string, AnswerValue | null>): Answers {
  const next: Record<string, AnswerValue> = { ...answers };
  for (const [field, value] of changes) {
    if (value === null) delete next[field];
    else next[field] = value;
  }
  return next;
}

/** What the rules are checked against: the server's day, since a phone's clock may be a year off. */
export function contextOf(draft: Draft | undefined): ValidationContext {
  return {
    today: draft?.today ?? new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    insureds: draft?.insureds?.map(({ id }) => id),
  };
}

async function openDraft(flow: Flow): Promise<Draft> {
  const { drafts } = await api.get<{ drafts: { id: string; flow: string }[] }>('/api/drafts');
  const open = drafts.find((draft) => draft.flow === flow.id);
  if (open) return api.get<Draft>(`/api/drafts/${open.id}`);
  return api.post<Draft>('/api/drafts', { flow: flow.id }, { idempotencyKey: newId() });
}

/**
 * One claim in the making. Each change is shown at once and sent in order; what could not be sent is kept and
 * sent again by itself. Where another device changed the same draft, our changed fields go on top of its answers.
 */
export function createClaimStore(flow: Flow): StoreApi<ClaimState> {
  const unsent = new Map<string, AnswerValue | null>();
  const sources = new Map<string, FactSource>();
  let sending: Promise<void> | undefined;
  let retryMs = FIRST_RETRY_MS;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  return createStore<ClaimState>()((set, get) => {
    const adopt = (draft: Draft): void => set({ draft, answers: applied(draft.answers, unsent) });

    const sendOnce = async (): Promise<void> => {
      const { draft } = get();
      if (!draft || unsent.size === 0) return;
      const batch = new Map(unsent);
      const changes: DraftChange[] = [...batch].map(([field, value]) => ({
        field,
        value,
        ...(sources.has(field) ? { from: sources.get(field) } : {}),
      }));
      try {
        const saved = await api.patch<Draft>(`/api/drafts/${draft.id}`, {
          baseVersion: draft.version,
          changes,
        });
        for (const [field, value] of batch) if (unsent.get(field) === value) unsent.delete(field);
        adopt(saved);
      } catch (error) {
        if (!isChanged(error)) throw error;
        set({ wasChangedElsewhere: true });
        adopt(error.problem.draft);
      }
    };

    const sendAll = async (): Promise<void> => {
      clearTimeout(retryTimer);
      set({ save: 'saving' });
      try {
        while (unsent.size > 0) await sendOnce();
        retryMs = FIRST_RETRY_MS;
        set({ save: 'saved' });
      } catch (error) {
        set({ save: 'waiting' });
        if (error instanceof OfflineError) {
          retryTimer = setTimeout(() => void saveQuietly(), retryMs);
          retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
        }
        throw error;
      }
    };

    const save = (): Promise<void> => {
      sending ??= sendAll().finally(() => {
        sending = undefined;
      });
      return sending;
    };
    // The state on screen says that it waits; who needs to know why calls saveNow.
    const saveQuietly = () => save().catch(() => undefined);
    globalThis.addEventListener?.('online', () => void saveQuietly());

    return {
      status: 'loading',
      answers: {},
      save: 'saved',
      wasChangedElsewhere: false,
      open: async () => {
        if (get().status === 'ready') return;
        set({ status: 'loading' });
        try {
          adopt(await openDraft(flow));
          set({ status: 'ready' });
        } catch {
          set({ status: 'failed' });
        }
      },
      answer: (field, value, from) => {
        unsent.set(field, value);
        if (from) sources.set(field, from);
        else sources.delete(field);
        set({ answers: applied(get().answers, new Map([[field, value]])) });
        void saveQuietly();
      },
      refresh: async () => {
        const { draft } = get();
        if (!draft) return;
        adopt(await api.get<Draft>(`/api/drafts/${draft.id}`));
      },
      saveNow: async () => {
        while (unsent.size > 0) await save();
      },
      submit: async () => {
        await get().saveNow();
        const { draft, answers } = get();
        if (!draft) throw new OfflineError('no draft');
        const { relevant } = walkClaim(flow, answers, contextOf(draft));
        return api.post<ClaimReceipt>(
          '/api/claims',
          {
            draftId: draft.id,
            confirmations: ['answers-checked'],
            consents: consentsOf(flow, relevant),
          },
          // A mended draft is another claim to the server; the same one again is the same claim.
          { idempotencyKey: `${draft.id}.${draft.version}` },
        );
      },
    };
  });
}

const stores = new Map<string, StoreApi<ClaimState>>();

// A phone is often handed around: what one person answered is gone from the page when they sign out.
sessionStore.subscribe(({ customer }, before) => {
  if (before.customer && !customer) stores.clear();
});

/** The claim of this kind on this page: the same one for every step, so that nothing is lost between them. */
export function claimStoreOf(flow: Flow): StoreApi<ClaimState> {
  let store = stores.get(flow.id);
  if (!store) {
    store = createClaimStore(flow);
    stores.set(flow.id, store);
  }
  return store;
}

/** After a claim was sent the next one of its kind begins afresh. */
export function forgetClaim(flow: Flow): void {
  stores.delete(flow.id);
}
