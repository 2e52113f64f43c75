import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ClaimReceipt } from '#domain/api/claim.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { Problem } from '#domain/api/problem.ts';
import {
  changesToSend,
  isChangedByOthers,
  shownAnswers,
  withAnswer,
  withChoice,
  withDraft,
  withList,
  withSent,
} from '#domain/drafts/kept-claim.ts';
import { consentsOf, walkClaim } from '#domain/flow/claim-walk.ts';
import type { Flow } from '#domain/flow/types.ts';
import { api, ApiError, OfflineError } from '#platform/api/client.ts';
import {
  endWhatIsOver,
  ownerSettled,
  phoneVault,
  watchOwner,
} from '#platform/storage/phone-vault.ts';
import { createPhotoBytes } from '#platform/upload/photo-bytes.ts';
import { noteServerDay, serverDay } from '#platform/storage/server-day.ts';
import type { Vault } from '#platform/storage/vault.ts';
import { createClaimKeeper, type ClaimKeeper } from './claim-keeper.ts';
import { ConflictError, contextOf, localDraft, type ClaimState } from './claim-state.ts';
import { findDraft } from './find-draft.ts';

/** How long to wait before the next try when there is no network, ms: doubled up to the last. */
const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 30_000;
/** How long a page waits for the server before it goes on with what is on the phone, ms; longer where that is nothing. */
const PATIENCE_MS = { kept: 2500, nothing: 10_000 };
/** Another tab sends its own changes; after this, ms, it is taken to be gone and they are sent from here. */
const TAKE_OVER_MS = 5000;

interface ChangedProblem extends Problem {
  draft: Draft;
}

const hasCode = (error: unknown, code: string): error is ApiError =>
  error instanceof ApiError && error.problem.code === code;
const isChanged = (error: unknown): error is ApiError & { problem: ChangedProblem } =>
  hasCode(error, 'draft-changed') && 'draft' in error.problem;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Beside the claim itself: who keeps its photos works on the same claim. */
export type ClaimStore = StoreApi<ClaimState> & { keeper: ClaimKeeper };

/**
 * One claim in the making. Each change is shown at once, kept on the phone, and sent in order; what could not be sent
 * is sent again by itself, also after a reload. Where another device changed the same draft, both sides' fields are
 * kept, and two answers to one field wait for a choice.
 */
export function createClaimStore(
  flow: Flow,
  openVault: () => Promise<Vault> = phoneVault,
): ClaimStore {
  let sending: Promise<void> | undefined;
  let retryMs = FIRST_RETRY_MS;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  const keeper = createClaimKeeper({
    flow,
    openVault,
    onChange: (from) => {
      show();
      if (from === 'elsewhere' && changesToSend(keeper.claim()).length > 0) trySoon(TAKE_OVER_MS);
    },
  });

  const store = createStore<ClaimState>()((set, get) => ({
    status: 'loading',
    answers: {},
    save: 'saved',
    place: 'page',
    wasChangedElsewhere: false,
    wasSentElsewhere: false,
    leftBehind: 0,
    conflicts: {},
    open: async () => {
      if (get().status === 'ready' || isClosed) return;
      set({ status: 'loading' });
      try {
        await watchOwner();
        const hasKept = await keeper.open();
        const heard = save();
        // A failure is told by `heard` itself; one that comes too late is on screen as waiting.
        heard.catch(() => undefined);
        const patience = hasKept ? PATIENCE_MS.kept : PATIENCE_MS.nothing;
        await Promise.race([heard, pause(navigator.onLine === false ? 0 : patience)]);
        set({ status: 'ready' });
      } catch (error) {
        // Without a signal a claim can be gone on with, and begun too. Anything else is said.
        const isRefused = error instanceof ApiError && error.problem.status === 409;
        set({
          status: error instanceof OfflineError ? 'ready' : 'failed',
          refusal: isRefused ? error.problem.detail : undefined,
        });
      }
      show();
    },
    answer: (field, value, from) => {
      keeper.apply((claim) => withAnswer(claim, field, value, from));
      if (changesToSend(keeper.claim()).length > 0) void saveQuietly();
    },
    amend: (field, before, after) => {
      keeper.apply((claim) => withList(claim, field, before, after));
      if (changesToSend(keeper.claim()).length > 0) void saveQuietly();
    },
    choose: (field, which) => {
      keeper.apply((claim) => withChoice(claim, field, which));
      void saveQuietly();
    },
    refresh: async () => {
      const { draft } = keeper.claim();
      if (!draft) return;
      try {
        take(await api.get<Draft>(`/api/drafts/${draft.id}`));
      } catch (error) {
        if (!hasCode(error, 'not-found')) throw error;
        // The server has it no more: what is on the phone goes on in another one.
        await save();
      }
    },
    meet: () => save(),
    saveNow: async () => {
      while (!keeper.claim().draft || changesToSend(keeper.claim()).length > 0) {
        if (isClosed) throw new OfflineError('closed');
        await save();
      }
    },
    submit: async () => {
      keeper.apply((claim) => ({ ...claim, isToSend: true }));
      try {
        await get().saveNow();
        const fields = Object.keys(keeper.claim().conflicts);
        if (fields.length > 0) throw new ConflictError(fields);
        const receipt = await send();
        const { photos } = keeper.claim();
        close();
        await keeper.forget();
        await takeOffPhone(photos);
        return receipt;
      } catch (error) {
        if (error instanceof OfflineError) {
          set({ outbox: 'waiting' });
          retryMs = FIRST_RETRY_MS;
          trySoon(retryMs);
        } else {
          keeper.apply(({ isToSend: _done, ...claim }) => claim);
          set({ outbox: undefined });
        }
        throw error;
      }
    },
    close,
  }));

  function show(): void {
    if (isClosed) return;
    const claim = keeper.claim();
    store.setState({
      draft: { ...(claim.draft ?? localDraft(flow)), today: serverDay() },
      answers: shownAnswers(claim),
      conflicts: claim.conflicts,
      place: keeper.place(),
    });
  }

  function take(draft: Draft): void {
    noteServerDay(draft.today);
    keeper.apply((claim) => withDraft(flow, claim, draft));
  }

  /** Asks the server for the draft that belongs to this claim. */
  async function connect(): Promise<void> {
    await ownerSettled();
    if (isClosed) throw new OfflineError('closed');
    const found = await findDraft(flow, keeper.claim());
    noteServerDay(found.draft.today);
    const { photos } = keeper.claim();
    if (found.wasSent) store.setState({ wasSentElsewhere: true, leftBehind: photos.length });
    keeper.apply(found.event);
    if (found.wasSent) await takeOffPhone(photos);
    await endWhatIsOver(found.draft.today);
  }

  /** The list of them is gone or begun anew: their pictures must not lie here for ever. */
  async function takeOffPhone(photos: readonly { key: string }[]): Promise<void> {
    const bytes = createPhotoBytes(openVault);
    for (const { key } of photos) await bytes.drop(key).catch(() => undefined);
  }

  async function sendOnce(): Promise<void> {
    const { draft } = keeper.claim();
    const changes = changesToSend(keeper.claim());
    if (!draft || changes.length === 0) return;
    keeper.apply((claim) => withSent(claim, changes));
    // On the phone before it leaves: should the answer be lost with the page, the server's copy is known as ours.
    await keeper.settled();
    try {
      const saved = await api.patch<Draft>(`/api/drafts/${draft.id}`, {
        baseVersion: draft.version,
        changes,
      });
      take(saved);
    } catch (error) {
      if (isChanged(error)) {
        const theirs = error.problem.draft;
        if (isChangedByOthers(keeper.claim(), theirs)) {
          store.setState({ wasChangedElsewhere: true });
        }
        take(theirs);
      } else if (hasCode(error, 'draft-submitted') || hasCode(error, 'not-found')) {
        await connect();
      } else throw error;
    }
  }

  let isConnected = false;
  async function sync(): Promise<void> {
    clearTimeout(retryTimer);
    if (isClosed) return;
    const hasNews = changesToSend(keeper.claim()).length > 0;
    store.setState(hasNews || !keeper.claim().draft ? { save: 'saving' } : {});
    try {
      if (!isConnected || !hasNews) await connect();
      isConnected = true;
      while (!isClosed && changesToSend(keeper.claim()).length > 0) await sendOnce();
      retryMs = FIRST_RETRY_MS;
      store.setState({ save: 'saved', outbox: keeper.claim().isToSend ? 'ask' : undefined });
    } catch (error) {
      store.setState({
        save: 'waiting',
        outbox: keeper.claim().isToSend ? 'waiting' : undefined,
      });
      if (error instanceof OfflineError) {
        trySoon(retryMs);
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
      }
      throw error;
    }
  }

  function save(): Promise<void> {
    sending ??= sync().finally(() => {
      sending = undefined;
    });
    return sending;
  }
  // The state on screen says that it waits; who needs to know why calls saveNow.
  function saveQuietly(): Promise<void> {
    return save().catch(() => undefined);
  }
  function trySoon(ms: number): void {
    clearTimeout(retryTimer);
    if (!isClosed) retryTimer = setTimeout(() => void saveQuietly(), ms);
  }

  function send(): Promise<ClaimReceipt> {
    const { draft, ...claim } = keeper.claim();
    if (!draft) throw new OfflineError('no draft');
    const { relevant } = walkClaim(flow, shownAnswers({ draft, ...claim }), contextOf(draft));
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
  }

  const onOnline = () => void saveQuietly();
  globalThis.addEventListener?.('online', onOnline);

  function close(): void {
    isClosed = true;
    clearTimeout(retryTimer);
    globalThis.removeEventListener?.('online', onOnline);
    keeper.close();
  }

  return Object.assign(store, { keeper });
}
