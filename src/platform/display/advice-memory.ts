/** What is remembered of what we have asked, on this device: never what was seen of the person. */
export interface AdviceMemory {
  /** The chooser of the first visit was there. */
  hasMet: boolean;
  /** The line about the host's text size was there. */
  knowsText: boolean;
  neverAsk: boolean;
  offersEver: number;
  /** When an offer was last declined, ms since 1970. */
  noAt?: number;
}

/** By itself so that the page's head script reads it before the first paint. */
const MET_KEY = 'sl_met';
const ADVICE_KEY = 'sl_advice';
const DAY_MS = 86_400_000;

const fresh: AdviceMemory = { hasMet: false, knowsText: false, neverAsk: false, offersEver: 0 };

/** What storage holds; what cannot be read is as if nothing had been kept. */
export function parseMemory(stored: string | null, hasMet: boolean): AdviceMemory {
  let value: unknown;
  try {
    value = JSON.parse(stored ?? '');
  } catch {
    value = undefined;
  }
  const known = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const count = known.offersEver;
  return {
    hasMet,
    knowsText: known.knowsText === true,
    neverAsk: known.neverAsk === true,
    offersEver: typeof count === 'number' && count >= 0 ? Math.floor(count) : 0,
    ...(typeof known.noAt === 'number' ? { noAt: known.noAt } : {}),
  };
}

/** Full days since an offer was declined; a clock that went backwards counts as none. */
export function daysSince(noAt: number | undefined, now: number): number | undefined {
  return noAt === undefined ? undefined : Math.max(0, Math.floor((now - noAt) / DAY_MS));
}

/** A memory that outlives the page where storage is allowed, and lives as long as the page where it is not. */
export function openMemory() {
  let memory = fresh;
  try {
    memory = parseMemory(localStorage.getItem(ADVICE_KEY), localStorage.getItem(MET_KEY) !== null);
  } catch {
    // Storage is forbidden: begin as on a first visit.
  }
  return {
    get: (): AdviceMemory => memory,
    change: (change: Partial<AdviceMemory>): void => {
      memory = { ...memory, ...change };
      const { hasMet, ...rest } = memory;
      try {
        if (hasMet) localStorage.setItem(MET_KEY, '1');
        localStorage.setItem(ADVICE_KEY, JSON.stringify(rest));
      } catch {
        return;
      }
    },
  };
}
