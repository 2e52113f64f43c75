import { createHash } from 'node:crypto';
import type { SpeechOffer, SpeechOffers } from '#domain/api/speech.ts';
import { clipHash } from '../../adapters/speech/clip-hash.ts';
import { fixedSentences } from '../../adapters/speech/fixed-sentences.ts';
import {
  SpeechError,
  type Clip,
  type Speech,
  type SpokenSentence,
  type SpokenWords,
} from '../../adapters/speech/speech.ts';
import type { VoicePack } from '../../adapters/speech/voice-pack.ts';
import type { Clock, Log } from '../../parts.ts';

/** What the routes ask: what can be said aloud, and the sound of it. */
export interface SpeechDesk {
  offer(sentences: readonly SpokenSentence[]): SpeechOffers;
  /** A fixed sentence's clip. Nothing when no fixed sentence has this name. @throws SpeechError, SpeechBusyError */
  fixedClip(hash: string): Promise<Clip | undefined>;
  /** Any sentence's clip. @throws SpeechError, SpeechBusyError */
  clip(sentence: SpokenSentence): Promise<Clip>;
  /** What is said in a recording; absent where no service writes it down. @throws SpeechError */
  transcribe?(words: SpokenWords): Promise<string>;
  /** What staff say in a call, clip by clip; absent where nobody writes it down. @throws SpeechError */
  caption?(words: SpokenWords): Promise<string>;
}

/** More is asked of the speech service than it is given at a time. */
export class SpeechBusyError extends Error {
  override name = 'SpeechBusyError';
}

export interface SpeechDeskParts {
  speech: Speech;
  /** Stands in for captions where no service writes down what is said; never in production. */
  demoCaption?: Speech['transcribe'];
  pack: VoicePack;
  /** The name of the voice: a part of every clip's name. */
  voice: string;
  hotline: string;
  clock: Clock;
  log: Log;
}

/** Sentences about somebody are kept in memory only, this long and this many bytes of them: a page read twice. */
const KEPT_MS = 10 * 60_000;
const KEPT_BYTES = 16 * 1024 * 1024;
/** Sentences that are being made at one time, and those that may wait: the service is paid for, or is one machine. */
const AT_ONCE = 4;
const MOST_WAITING = 40;
/** After a failure nobody waits for the service for this long: the phone's own voice is quicker than a time-out. */
const REST_MS = 20_000;

interface Kept {
  clip: Clip;
  until: number;
}

/** Clips in memory, the oldest given up first. The key is a hash: a dump of the heap's keys names nobody. */
function createShortMemory(clock: Clock) {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= kept.get(key)?.clip.bytes.length ?? 0;
    kept.delete(key);
  };
  const tidy = () => {
    for (const [key, { until }] of kept) {
      if (until > clock.now() && bytes <= KEPT_BYTES) break;
      drop(key);
    }
  };
  return {
    find(key: string): Clip | undefined {
      tidy();
      return kept.get(key)?.clip;
    },
    keep(key: string, clip: Clip): void {
      drop(key);
      kept.set(key, { clip, until: clock.now() + KEPT_MS });
      bytes += clip.bytes.length;
      tidy();
    },
  };
}

/**
 * Puts voice pack, speech service and memory together. Fixed sentences are kept in the pack once they are made;
 * every other sentence may be about somebody and never touches a disk.
 */
export function createSpeechDesk(parts: SpeechDeskParts): SpeechDesk {
  const { speech, pack, voice, clock, log } = parts;
  const caption = speech.transcribe?.bind(speech) ?? parts.demoCaption;
  const fixed = fixedSentences(voice, parts.hotline);
  const memory = createShortMemory(clock);
  const underWay = new Map<string, Promise<Clip>>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let restsUntil = 0;

  const canMake = (): boolean => speech.kind !== 'none' && clock.now() >= restsUntil;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (busy < AT_ONCE) busy += 1;
    else {
      if (waiting.length >= MOST_WAITING) throw new SpeechBusyError('too many sentences at a time');
      // Whoever ends hands their place on.
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  }

  /** Makes a sentence once, however many ask for it at the same time. */
  function make(sentence: SpokenSentence, key: string, keep: (clip: Clip) => void): Promise<Clip> {
    const begun = underWay.get(key);
    if (begun) return begun;
    const made = inTurn(async () => {
      if (!canMake()) throw new SpeechError('the speech service rests');
      try {
        const clip = await speech.make(sentence, voice);
        keep(clip);
        return clip;
      } catch (error) {
        restsUntil = clock.now() + REST_MS;
        log.warn('speech-failed', { why: error instanceof Error ? error.message : 'unknown' });
        throw error instanceof SpeechError ? error : new SpeechError('no speech', { cause: error });
      }
    }).finally(() => underWay.delete(key));
    underWay.set(key, made);
    return made;
  }

  function keepInPack(hash: string, clip: Clip): void {
    pack.add(hash, clip).catch((error: unknown) => log.error('voice-pack-not-written', error));
  }

  async function fixedClip(hash: string): Promise<Clip | undefined> {
    const sentence = fixed.get(hash);
    if (!sentence) return undefined;
    const clip = await pack.read(hash);
    return clip ?? make(sentence, hash, (made) => keepInPack(hash, made));
  }

  function offerOne(sentence: SpokenSentence): SpeechOffer {
    const hash = clipHash(sentence, voice);
    if (!fixed.has(hash)) return { state: canMake() ? 'possible' : 'none' };
    if (pack.has(hash)) return { state: 'ready', href: `/api/speech/${hash}` };
    return canMake() ? { state: 'possible', href: `/api/speech/${hash}` } : { state: 'none' };
  }

  return {
    offer: (sentences) => ({
      voice: speech.kind === 'none' && pack.size === 0 ? null : voice,
      offers: sentences.map(offerOne),
    }),
    fixedClip,
    ...(speech.transcribe && { transcribe: speech.transcribe.bind(speech) }),
    ...(caption && { caption }),
    async clip(sentence) {
      const known = await fixedClip(clipHash(sentence, voice));
      if (known) return known;
      const key = createHash('sha256').update(`${sentence.lng}\n${sentence.text}`).digest('hex');
      return memory.find(key) ?? make(sentence, key, (clip) => memory.keep(key, clip));
    },
  };
}
