import type { Flow } from '#domain/flow/types.ts';
import type { LaneRules } from '#domain/lane/rules.ts';
import type { Insurer } from './adapters/insurer/insurer.ts';
import type { ObjectStore } from './adapters/objects/objects.ts';
import type { Reader } from './adapters/reader/reader.ts';
import type { Scanner } from './adapters/scanner/scanner.ts';
import type { Sms } from './adapters/sms/sms.ts';
import type { WeChat } from './adapters/wechat/wechat.ts';
import type { Config } from './config.ts';
import type { AppContext } from './http/context.ts';
import type { Hints } from './services/hints.ts';
import type { PhotoCleaner } from './services/photos/cleaner.ts';
import type { SpeechDesk } from './services/speech/speech-desk.ts';
import type { Seal } from './store/seal.ts';
import type { Store } from './store/store.ts';

/** Everything the server is made of. `main` makes one set, a test makes its own. */
export interface Parts {
  config: Config;
  store: Store;
  clock: Clock;
  ids: Ids;
  seal: Seal;
  insurer: Insurer;
  sms: Sms;
  /** Signs our pages for WeChat, where the insurer has an account there. */
  wechat: WeChat;
  objects: ObjectStore;
  /** Looks through what strangers send, before anything opens it. */
  scanner: Scanner;
  /** Opens strangers' photos in processes of their own. */
  photos: PhotoCleaner;
  /** Reads what photographed papers say; nothing leaves this server. */
  reader: Reader;
  /** What can be said aloud: voice pack and the insurer's speech service. */
  speech: SpeechDesk;
  flows: readonly Flow[];
  laneRules: LaneRules;
  log: Log;
  pages: Pages;
  /** Says within this process that a stream has grown, or that a job waits. A lost hint costs time only. */
  hints: Hints;
}

export interface Clock {
  /** ms since 1970. Every deadline is measured by it. */
  now(): number;
  /** Moves the clock on; only the clock of `APP_MODE=test` has it. */
  advance?(ms: number): void;
}

export interface Ids {
  /** A UUID, for rows. */
  id(): string;
  /** 32 random bytes in base64url, for what only its holder may know. */
  token(): string;
  /** That many random digits. */
  digits(count: number): string;
}

/** One line of JSON each. Never a name, phone, answer or token in `facts`. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void;
  error(event: string, error: unknown, facts?: Readonly<Record<string, unknown>>): void;
}

/** The built pages and their assets (server/pages). */
export interface Pages {
  /** The page or asset of this path, or nothing when there is neither. */
  answer(c: AppContext, parts: Parts): Promise<Response | undefined>;
  /** Sources for the content security policy, `'sha256-…'` without quotes. */
  readonly scriptHashes: readonly string[];
  readonly styleHashes: readonly string[];
}
