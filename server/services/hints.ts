/**
 * Tells waiters that something was written. A hint carries no content and may be lost: whoever waits reads the log
 * again, and `sweepHints` finds what no hint told of. A subject may carry a mark behind `!` (`<id>!typing`): it wakes
 * the subject, and the mark says why.
 */
export interface Hints {
  /** Call after the commit, never inside it. */
  notify(subject: string): void;
  /** Resolves at the next hint for the subject, after `ms`, on abort or on close, whichever comes first. */
  wait(subject: string, ms: number, signal?: AbortSignal): Promise<void>;
  /** Remembers hints between two waits, so that none is missed while the log is read. End it. */
  watch(...subjects: readonly string[]): Watch;
  /** Wakes who has not yet seen this far: a sweep's finding. */
  wakeBehind(subject: string, seq: number): void;
  /** Wakes everybody: hints may have been lost. */
  wakeAll(): void;
  /** Wakes everybody who waits, for good: a shutdown must not wait for a long poll. */
  close(): void;
  isClosed(): boolean;
}

export interface Watch {
  /** How far its reader has the log; the sweep leaves it alone up to there. */
  seen: number;
  /**
   * Resolves with the marks of what came since the last wait: at once when something has, else as `Hints.wait`; without
   * `ms` however long it takes.
   */
  wait(ms?: number, signal?: AbortSignal): Promise<readonly string[]>;
  /** Ends the wait, or the next one, like a hint. */
  wake(): void;
  end(): void;
}

/** Carries hints to the other processes. */
export interface HintBus {
  publish(subjects: readonly string[]): void;
  close(): Promise<void>;
}

/** What a bus tells: hints of other processes, and that some may have been lost. */
export interface HintReceiver {
  received(subjects: readonly string[]): void;
  missed(): void;
}

/** Hints of a few ms go out together: a burst of messages is one message on the bus. */
const COALESCE_MS = 5;

/** There are thousands of latches, and hardly any has a mark. */
const none: string[] = [];

class Latch implements Watch {
  seen = Number.POSITIVE_INFINITY;
  #isDue = false;
  #marks: string[] = none;
  #wake: (() => void) | undefined;
  readonly #off: () => void;
  readonly #isClosed: () => boolean;
  constructor(off: () => void, isClosed: () => boolean) {
    this.#off = off;
    this.#isClosed = isClosed;
  }

  hint(mark?: string): void {
    this.#isDue = true;
    if (mark !== undefined && !this.#marks.includes(mark)) this.#marks = [...this.#marks, mark];
    this.#wake?.();
  }

  wake(): void {
    this.hint();
  }

  async wait(ms?: number, signal?: AbortSignal): Promise<readonly string[]> {
    if (!this.#isDue && !signal?.aborted && !this.#isClosed()) {
      await new Promise<void>((resolve) => {
        const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
        signal?.addEventListener('abort', this.#wake, { once: true });
      });
      if (this.#wake) signal?.removeEventListener('abort', this.#wake);
      this.#wake = undefined;
    }
    const marks = this.#marks;
    this.#isDue = false;
    this.#marks = none;
    return marks;
  }

  end(): void {
    this.#off();
  }
}

/** @param openBus how hints reach other processes; absent: there are none */
export function createHints(openBus?: (receiver: HintReceiver) => HintBus): Hints {
  const latches = new Map<string, Set<Latch>>();
  let isClosed = false;
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  const wake = (hint: string): void => {
    const [subject = '', mark] = hint.split('!');
    for (const latch of latches.get(subject) ?? []) latch.hint(mark);
  };
  const wakeAll = (): void => {
    for (const set of latches.values()) for (const latch of set) latch.hint();
  };
  const bus = openBus?.({
    received: (subjects) => subjects.forEach(wake),
    missed: wakeAll,
  });
  const send = (): void => {
    timer = undefined;
    const subjects = [...new Set(waiting)];
    waiting = [];
    bus?.publish(subjects);
  };

  const watch = (...subjects: readonly string[]): Latch => {
    const leave = (): void => {
      for (const subject of subjects) {
        const set = latches.get(subject);
        set?.delete(latch);
        if (set?.size === 0) latches.delete(subject);
      }
    };
    const latch: Latch = new Latch(leave, () => isClosed);
    for (const subject of subjects) {
      const set = latches.get(subject) ?? new Set<Latch>();
      latches.set(subject, set.add(latch));
    }
    return latch;
  };

  return {
    notify: (hint) => {
      wake(hint);
      if (!bus || isClosed) return;
      waiting.push(hint);
      timer ??= setTimeout(send, COALESCE_MS);
    },
    wait: async (subject, ms, signal) => {
      if (isClosed || signal?.aborted) return;
      const latch = watch(subject);
      await latch.wait(ms, signal);
      latch.end();
    },
    watch,
    wakeBehind: (subject, seq) => {
      for (const latch of latches.get(subject) ?? []) if (latch.seen < seq) latch.hint();
    },
    wakeAll,
    close: () => {
      if (isClosed) return;
      isClosed = true;
      if (timer) {
        clearTimeout(timer);
        send();
      }
      wakeAll();
      void bus?.close();
    },
    isClosed: () => isClosed,
  };
}
