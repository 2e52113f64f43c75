import { join } from 'node:path';
import { flows } from '#domain/claims/flows.ts';
import { laneRules } from '#domain/lane/rules.ts';
import { createDemoInsurer } from './adapters/insurer/demo.ts';
import { createHttpInsurer } from './adapters/insurer/http.ts';
import { createLocalObjects } from './adapters/objects/local.ts';
import { createS3Objects } from './adapters/objects/s3.ts';
import { createProcessReader } from './adapters/reader/process.ts';
import { createClamdScanner } from './adapters/scanner/clamd.ts';
import { createNoScanner } from './adapters/scanner/none.ts';
import type { Scanner } from './adapters/scanner/scanner.ts';
import { createDemoSms } from './adapters/sms/demo.ts';
import { createHttpSms } from './adapters/sms/http.ts';
import { createDemoCaptions } from './adapters/speech/demo-captions.ts';
import { createHttpSpeech } from './adapters/speech/http.ts';
import { createHttpTranscribe } from './adapters/speech/http-transcribe.ts';
import { createNoSpeech } from './adapters/speech/none.ts';
import { openVoicePack } from './adapters/speech/voice-pack.ts';
import { createHttpWeChat } from './adapters/wechat/http.ts';
import { createNoWeChat } from './adapters/wechat/none.ts';
import { createTestClock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { readWho } from './http/sessions.ts';
import { createIds } from './ids.ts';
import { createPages } from './pages/pages.ts';
import type { Clock, Log, Parts } from './parts.ts';
import { findSecret } from './secret.ts';
import { createHints, type Hints } from './services/hints.ts';
import { createPhotoCleaner } from './services/photos/cleaner.ts';
import { lastEventsOf } from './services/handoff/plain-talk.ts';
import { helpOf } from './services/request-help.ts';
import { createSpeechDesk, type SpeechDesk } from './services/speech/speech-desk.ts';
import { openPostgresBus } from './store/hint-bus.ts';
import { openStore } from './store/open.ts';
import { createSeal, readKeyRing } from './store/seal.ts';

/**
 * Makes what the configuration names: adapters, store, keys, pages.
 * @throws whatever keeps the server from starting, with a message for whoever runs it
 */
export async function makeParts(config: Config, log: Log): Promise<Parts> {
  const seal = createSeal(readKeyRing(findSecret(config)));
  const pages = await createPages(
    config,
    async (c, parts, id) => helpOf(parts, await readWho(c, parts), id),
    async (c, parts, id) => lastEventsOf(parts, await readWho(c, parts), id),
  );
  const store = await openStore(
    config,
    (error) => log.error('store-connection-lost', error),
    (code) => log.info('waiting-for-database', { code }),
  );
  const clock = config.appMode === 'test' ? createTestClock() : systemClock;
  return {
    config,
    store,
    clock,
    ids: createIds(),
    seal,
    insurer: config.insurerUrl
      ? createHttpInsurer({ url: config.insurerUrl, token: config.insurerToken })
      : createDemoInsurer(),
    sms: config.smsUrl
      ? createHttpSms({ url: config.smsUrl, token: config.smsToken })
      : createDemoSms(),
    wechat:
      config.wechatAppId && config.wechatAppSecret
        ? createHttpWeChat({
            appId: config.wechatAppId,
            appSecret: config.wechatAppSecret,
            now: () => clock.now(),
          })
        : createNoWeChat(),
    objects: config.s3
      ? createS3Objects(config.s3)
      : createLocalObjects(join(config.dataDir, 'objects')),
    scanner: makeScanner(config, log),
    photos: createPhotoCleaner({ workers: 1 }),
    reader: createProcessReader(log),
    speech: await makeSpeech(config, clock, log),
    flows,
    laneRules,
    log,
    pages,
    hints: makeHints(config, log),
  };
}

/** The virus scanner that is configured; the log says it where there is none. */
function makeScanner(config: Config, log: Log): Scanner {
  if (config.scannerUrl) return createClamdScanner({ url: config.scannerUrl });
  log.warn('scanner-none', { why: 'SCANNER_URL is not set: what is sent is not looked through' });
  return createNoScanner();
}

/** Hints within the process, and between processes where they share a PostgreSQL. */
function makeHints(config: Config, log: Log): Hints {
  const url = config.databaseUrl;
  if (!url) return createHints();
  return createHints((receiver) =>
    openPostgresBus(url, receiver, (error) => log.error('hint-line-lost', error)),
  );
}

/**
 * What can be said aloud: the voice pack, and the insurer's speech service where one is set. There is no demo one:
 * a tone is no speech, so without a service the phone's own voice reads, or the page says that nothing can. Captions have
 * one, which says that it is.
 */
async function makeSpeech(config: Config, clock: Clock, log: Log): Promise<SpeechDesk> {
  const pack = await openVoicePack(config.speechPackDir ?? join(config.dataDir, 'speech'));
  const { transcribeUrl, speechToken: token } = config;
  const speech = {
    ...(config.speechUrl ? createHttpSpeech({ url: config.speechUrl, token }) : createNoSpeech()),
    ...(transcribeUrl ? { transcribe: createHttpTranscribe({ url: transcribeUrl, token }) } : {}),
  };
  log.info('speech', { service: speech.kind, voice: config.speechVoice, clips: pack.size });
  const { appMode, speechVoice: voice, hotline } = config;
  const demoCaption = appMode === 'production' ? undefined : createDemoCaptions(appMode);
  return createSpeechDesk({ speech, demoCaption, pack, voice, hotline, clock, log });
}

/** Lets go of what the parts hold open; call when no request is in flight. */
export async function closeParts(parts: Parts): Promise<void> {
  parts.hints.close();
  parts.photos.close();
  parts.reader.close();
  await parts.store.close();
}
