import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { flows } from '#domain/claims/flows.ts';
import { laneRules } from '#domain/lane/rules.ts';
import { createDemoInsurer } from '#server/adapters/insurer/demo.ts';
import { createLocalObjects } from '#server/adapters/objects/local.ts';
import { createNoReader } from '#server/adapters/reader/none.ts';
import { createNoScanner } from '#server/adapters/scanner/none.ts';
import { createDemoSms } from '#server/adapters/sms/demo.ts';
import { createNoWeChat } from '#server/adapters/wechat/none.ts';
import { SpeechError } from '#server/adapters/speech/speech.ts';
import { createApp } from '#server/app.ts';
import { createTestClock } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import type { App } from '#server/http/context.ts';
import { createIds } from '#server/ids.ts';
import { silentLog } from '#server/log.ts';
import type { Clock, Pages, Parts } from '#server/parts.ts';
import { createHints } from '#server/services/hints.ts';
import { createPhotoCleaner } from '#server/services/photos/cleaner.ts';
import type { SpeechDesk } from '#server/services/speech/speech-desk.ts';
import { openStore } from '#server/store/open.ts';
import { createSeal, readKeyRing } from '#server/store/seal.ts';
import type { Engine } from '#server/store/store.ts';
import { engines, makePlace, type TempPlace } from './databases.ts';

/** No client build: every page answers nothing. */
export const noPages: Pages = {
  answer: () => Promise.resolve(undefined),
  scriptHashes: [],
  styleHashes: [],
};

/** Nothing can be said aloud. */
export const noSpeech: SpeechDesk = {
  offer: (sentences) => ({ voice: null, offers: sentences.map(() => ({ state: 'none' })) }),
  fixedClip: () => Promise.resolve(undefined),
  clip: () => Promise.reject(new SpeechError('no speech in this test')),
};

export const TEST_SECRET = 'a secret of the tests and of nobody else';

export interface TestServer {
  engine: Engine;
  parts: Parts & { clock: Required<Clock> };
  app: App;
  place: TempPlace;
  close(): Promise<void>;
}

/** The whole server on a store of its own, not listening; `over` replaces parts. */
export async function makeServer(
  engine: Engine,
  over: Partial<Omit<Parts, 'clock'>> = {},
  at?: TempPlace,
): Promise<TestServer> {
  const place = at ?? (await makePlace(engine));
  const config = readConfig({
    APP_MODE: 'test',
    DATA_DIR: place.dataDir,
    DATABASE_URL: place.databaseUrl,
    APP_SECRET: TEST_SECRET,
  });
  const parts = {
    config,
    store: over.store ?? (await openStore(config)),
    ids: createIds(),
    seal: createSeal(readKeyRing(TEST_SECRET)),
    insurer: createDemoInsurer(),
    sms: createDemoSms(),
    wechat: createNoWeChat(),
    objects: createLocalObjects(join(place.dataDir, 'objects')),
    scanner: createNoScanner(),
    photos: createPhotoCleaner({ workers: 1 }),
    reader: createNoReader(),
    speech: noSpeech,
    flows,
    laneRules,
    log: silentLog,
    pages: noPages,
    hints: createHints(),
    ...over,
    clock: createTestClock(),
  };
  return {
    engine,
    parts,
    app: createApp(parts),
    place,
    close: async () => {
      parts.hints.close();
      parts.photos.close();
      parts.reader.close();
      await parts.store.close();
      if (!at) await place.remove();
    },
  };
}

/** Runs a suite twice, once on each engine, each with a server of its own: `server()` inside a test gives it. */
export function describeOnBoth(
  name: string,
  suite: (server: () => TestServer) => void,
  over: () => Partial<Omit<Parts, 'clock'>> = () => ({}),
): void {
  describe.each(engines)(`${name} (%s)`, (engine) => {
    let made: TestServer | undefined;
    beforeAll(async () => {
      made = await makeServer(engine, over());
    });
    afterAll(async () => made?.close());
    suite(() => {
      if (!made) throw new Error('the server is made before the first test');
      return made;
    });
  });
}
