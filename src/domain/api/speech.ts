/** What `POST /api/speech` says of one sentence. `ready`: lies there; `possible`: can be made; `none`: cannot be spoken. */
export interface SpeechOffer {
  state: 'ready' | 'possible' | 'none';
  /** Where its audio is; absent for a sentence that is not one of our fixed words: that one is asked for by POST. */
  href?: string;
}

export interface SpeechOffers {
  /** The voice's name, or null when this server speaks nothing: then nobody need ask again. */
  voice: string | null;
  /** One for each sentence of the request, in its order. */
  offers: SpeechOffer[];
}

/** Most sentences in one request, and the longest one. */
export const MOST_SENTENCES = 100;
export const LONGEST_SPOKEN = 200;
