import {
  LONGEST_SPOKEN,
  MOST_SENTENCES,
  type SpeechOffer,
  type SpeechOffers,
} from '#domain/api/speech.ts';
import { stopIfAsked } from './voice.ts';

/** Slow network: after this long the reading begins with what is known; the answer still counts when it comes. */
const ASK_MS = 2500;
/** A clip that has to be made takes a moment. */
const LOAD_MS = 12_000;
/** Clips kept at hand: a page or two. */
const MOST_KEPT = 80;

/** What the server can say aloud, and the sound of it. */
export interface ClipSource {
  /** Asks about these sentences, those that are not known yet. Never throws. */
  ask(texts: readonly string[], lng: string, signal: AbortSignal): Promise<void>;
  offerOf(text: string, lng: string): SpeechOffer['state'];
  /** Whether anything that was asked about has this state. */
  hasAny(state: SpeechOffer['state']): boolean;
  /** The address of a sentence's sound. @throws the network's error or the server's refusal */
  load(text: string, lng: string): Promise<string>;
}

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function withLimit<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('took too long')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * The server's clips. Each is brought whole and played from memory: an iPhone asks for parts of a sound by range,
 * and a sentence with somebody's name in it has no address of its own to be asked by.
 */
export function createClipSource(): ClipSource {
  const offers = new Map<string, SpeechOffer>();
  const sounds = new Map<string, Promise<string>>();
  let isSilent = false;
  const keyOf = (text: string, lng: string) => `${lng}|${text}`;

  async function askServer(texts: readonly string[], lng: string): Promise<void> {
    for (let from = 0; from < texts.length && !isSilent; from += MOST_SENTENCES) {
      const sentences = texts.slice(from, from + MOST_SENTENCES);
      const answer = await post('/api/speech', { lng, sentences });
      if (!answer.ok) return;
      const said = (await answer.json()) as SpeechOffers;
      isSilent = said.voice === null;
      for (const [i, offer] of said.offers.entries()) {
        const text = sentences[i];
        if (text !== undefined) offers.set(keyOf(text, lng), offer);
      }
    }
  }

  async function fetchSound(text: string, lng: string): Promise<string> {
    const href = offers.get(keyOf(text, lng))?.href;
    const asked = href
      ? fetch(href, { credentials: 'same-origin' })
      : post('/api/speech/clip', { lng, sentence: text });
    const answer = await withLimit(asked, LOAD_MS);
    if (!answer.ok) throw new Error(`no sound: ${answer.status}`);
    return URL.createObjectURL(await answer.blob());
  }

  return {
    async ask(texts, lng, signal) {
      const unknown = [...new Set(texts)].filter(
        (text) => text.length <= LONGEST_SPOKEN && !offers.has(keyOf(text, lng)),
      );
      if (isSilent || unknown.length === 0) return;
      try {
        await withLimit(askServer(unknown, lng), ASK_MS);
      } catch {
        // No answer: nothing is known of these sentences, and the phone's own voice is asked.
      }
      stopIfAsked(signal);
    },
    offerOf: (text, lng) => offers.get(keyOf(text, lng))?.state ?? 'none',
    hasAny: (state) => [...offers.values()].some((offer) => offer.state === state),
    load(text, lng) {
      const key = keyOf(text, lng);
      const known = sounds.get(key);
      if (known) return known;
      const sound = fetchSound(text, lng);
      sounds.set(key, sound);
      // One that failed is asked for again the next time.
      sound.catch(() => sounds.delete(key));
      for (const old of sounds.keys()) {
        if (sounds.size <= MOST_KEPT) break;
        void sounds.get(old)?.then((url) => URL.revokeObjectURL(url));
        sounds.delete(old);
      }
      return sound;
    },
  };
}
