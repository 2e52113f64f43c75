import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  asFile,
  forgetRecording,
  keepPieces,
  recallRecording,
  type RecordedKind,
} from '#platform/recorder/kept-recording.ts';
import {
  beginRecording,
  RecorderError,
  type RecorderTrouble,
  type RunningRecording,
} from '#platform/recorder/recorder.ts';
import { sessionStore } from '#platform/session/session.ts';
import { phoneVault } from '#platform/storage/phone-vault.ts';
import { hush } from '#platform/speech/hush.ts';

/** The longest statement, seconds; the server takes a little more. */
export const MOST_SECONDS = 180;
/** When so many are left, it is said. */
export const WARN_SECONDS = 30;
/** Below this nobody is speaking, or from too far away. */
const QUIET_LEVEL = 0.06;
/** So long without a voice, s, before it is said. */
const QUIET_AFTER = 4;
const TICK_MS = 200;

/** How the recording that is here came to its end; `found`: before this page was opened. */
export type Ended = 'stopped' | 'limit' | 'lost' | 'found';

export interface StatementState {
  stage: 'idle' | 'asking' | 'recording' | 'recorded';
  kind: RecordedKind;
  /** Of the recording that is made or is here. */
  seconds: number;
  level?: number;
  /** Nobody has been heard for a while. */
  isQuiet: boolean;
  ended?: Ended;
  trouble?: RecorderTrouble;
  /** The phone keeps it no longer: it is in this page only. */
  isUnkept: boolean;
  file?: File;
  url?: string;
  stream?: MediaStream;
  /** Looks for what was recorded before this page was opened. */
  open: () => Promise<void>;
  /** Begins to record; what was recorded before stays until the first piece of the new one is here. */
  record: (kind: RecordedKind) => Promise<void>;
  stop: () => void;
  /** Puts it away for good. */
  drop: () => void;
  /** It was taken: its bytes are somebody else's to keep from here on. */
  handOver: () => void;
}

export interface StatementParts {
  slot: string;
  begin?: typeof beginRecording;
  now?: () => number;
}

/** One statement in the making: what is recorded, how long it is, and what became of the microphone. */
export function createStatementStore({
  slot,
  begin = beginRecording,
  now = () => performance.now(),
}: StatementParts): StoreApi<StatementState> {
  let running: RunningRecording | undefined;
  /** Grows with each recording: what an earlier one still says is not heard. */
  let turn = 0;

  return createStore<StatementState>()((set, get) => {
    const show = (file: File, more: Partial<StatementState>) => {
      const { url } = get();
      if (url) URL.revokeObjectURL(url);
      set({ ...more, file, url: URL.createObjectURL(file), stage: 'recorded', stream: undefined });
    };
    const clear = () => {
      const { url } = get();
      if (url) URL.revokeObjectURL(url);
      set({ stage: 'idle', file: undefined, url: undefined, ended: undefined, seconds: 0 });
    };

    const record = async (kind: RecordedKind): Promise<void> => {
      const { stage } = get();
      if (stage === 'asking' || stage === 'recording') return;
      turn += 1;
      const mine = turn;
      const unhush = hush();
      const pieces: Blob[] = [];
      let startedAt = now();
      let ticking: ReturnType<typeof setInterval> | undefined;
      let keeper: ReturnType<typeof keepPieces> | undefined;
      let hasRunOut = false;
      const secondsNow = () => Math.min(MOST_SECONDS, (now() - startedAt) / 1000);
      set({ stage: 'asking', kind, trouble: undefined, isUnkept: false });
      try {
        const recording = await begin(kind, {
          onPiece: (piece) => {
            pieces.push(piece);
            keeper?.keep(piece, Math.round(secondsNow()));
          },
          onEnd: (how) => {
            clearInterval(ticking);
            running = undefined;
            unhush();
            if (mine !== turn) return;
            const seconds = Math.round(secondsNow());
            // Not even one piece: what was here before is what there is.
            if (pieces.length === 0) {
              set({ stage: get().file ? 'recorded' : 'idle', trouble: 'busy', stream: undefined });
              return;
            }
            const ended = hasRunOut ? 'limit' : how;
            show(asFile(pieces, recording.type), { kind, seconds, ended });
          },
        });
        running = recording;
        startedAt = now();
        keeper = keepPieces(slot, { kind, type: recording.type }, () => set({ isUnkept: true }));
        let heardAt = now();
        ticking = setInterval(() => {
          const seconds = secondsNow();
          const level = recording.level();
          if (level === undefined || level >= QUIET_LEVEL) heardAt = now();
          set({ seconds, level, isQuiet: now() - heardAt > QUIET_AFTER * 1000 });
          if (seconds >= MOST_SECONDS) {
            hasRunOut = true;
            recording.stop();
          }
        }, TICK_MS);
        const { stream } = recording;
        set({ stage: 'recording', seconds: 0, level: undefined, isQuiet: false, stream });
      } catch (error) {
        unhush();
        const trouble = error instanceof RecorderError ? error.trouble : 'cannot';
        set({ stage: get().file ? 'recorded' : 'idle', trouble });
      }
    };

    return {
      stage: 'idle',
      kind: 'audio',
      seconds: 0,
      isQuiet: false,
      isUnkept: false,
      open: async () => {
        const found = await recallRecording(slot).catch(() => undefined);
        if (!found || get().stage !== 'idle') return;
        const { file, kind, seconds } = found;
        show(file, { kind, seconds, ended: 'found' });
      },
      record,
      stop: () => running?.stop(),
      drop: () => {
        clear();
        forgetRecording(slot).catch(() => undefined);
      },
      handOver: clear,
    };
  });
}

const stores = new Map<string, StoreApi<StatementState>>();

/** A phone is handed around: signing out, or somebody else, ends what was in hand. What lay on it goes with the vault. */
function closeAll(): void {
  for (const store of stores.values()) {
    store.getState().stop();
    store.getState().drop();
  }
  stores.clear();
}
sessionStore.subscribe(({ customer }, before) => {
  if (before.customer && customer?.id !== before.customer.id) closeAll();
});
let isWatching = false;

/** The statement of this slot: the same one when the page is left and come back to. */
export function statementStoreOf(slot: string): StoreApi<StatementState> {
  if (!isWatching) {
    isWatching = true;
    phoneVault().then(
      (vault) => vault.watch((news) => news === 'all' && closeAll()),
      () => undefined,
    );
  }
  const known = stores.get(slot);
  if (known) return known;
  const made = createStatementStore({ slot });
  stores.set(slot, made);
  return made;
}
