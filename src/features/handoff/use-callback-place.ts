import { useState } from 'react';
import type { CallbackPlace } from '#domain/api/callback.ts';
import { api, ApiError } from '#platform/api/client.ts';
import { useLoad } from '#platform/api/use-load.ts';

export interface CallWish {
  /** ISO 8601; absent: as soon as it is one's turn. */
  at?: string;
  phone?: string;
}

/** What became of asking: done, a telephone number is missing or wrong, or it was not to be had. */
export type CallAnswer = 'done' | 'phone-needed' | 'phone-invalid' | { detail?: string };

export interface CallbackNow {
  /** The call that was asked for and is still to come. */
  place?: CallbackPlace;
  isLoading: boolean;
  ask: (wish: CallWish) => Promise<CallAnswer>;
  cancel: () => Promise<CallAnswer>;
  lookAgain: () => void;
}

/** One's call-back, wherever it was asked for: the server has it, whatever device is signed in. */
export function useCallbackPlace(): CallbackNow {
  const { load, reload } = useLoad<CallbackPlace | undefined>('/api/callbacks/current', {
    everyMs: 60_000,
  });
  /** What this page has just learned, newer than the last look. */
  const [fresh, setFresh] = useState<{ place?: CallbackPlace; over: unknown }>();
  const found = load.status === 'ready' ? load.data : undefined;
  const now = fresh && fresh.over === found ? fresh.place : found;

  const answerTo = async (work: () => Promise<CallbackPlace | undefined>): Promise<CallAnswer> => {
    try {
      setFresh({ place: await work(), over: found });
      reload();
      return 'done';
    } catch (error) {
      if (!(error instanceof ApiError)) return {};
      const { code, detail, errors } = error.problem;
      if (errors?.some(({ field }) => field === 'phone')) return 'phone-invalid';
      if (code === 'phone-needed' || code === 'phone-invalid') return code;
      // Done already, on another device or by a person: the look shows what is so.
      if (code === 'callback-gone') reload();
      return { detail };
    }
  };
  return {
    place: now?.state === 'waiting' || now?.state === 'left' ? now : undefined,
    isLoading: load.status === 'loading',
    ask: (wish) =>
      answerTo(() =>
        api.post<CallbackPlace>('/api/callbacks', { ...wish, page: location.pathname }),
      ),
    cancel: () =>
      answerTo(async () => {
        await api.post(`/api/callbacks/${encodeURIComponent(now?.id ?? '')}/cancel`, undefined);
        return undefined;
      }),
    lookAgain: reload,
  };
}
