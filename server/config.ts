import { recordingLimits } from '#domain/handoff/recording.ts';
import { defaultCredit, type CreditRules } from '#domain/handoff/credit.ts';
import { alwaysOpen, readHours, type OpeningHours } from '#domain/handoff/hours-text.ts';

/** The environment, parsed once. Everything else reads this and never `process.env`. */
export type AppMode = 'demo' | 'production' | 'test';

export interface S3Config {
  endpoint: string;
  bucket: string;
  region?: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface VoiceServers {
  stunUrls: readonly string[];
  turnUrls: readonly string[];
  /** Shared with the TURN server (`use-auth-secret`): names and passwords that end by themselves are made from it. */
  turnSecret?: string;
  /** Absent: nothing is ever recorded, and nobody is asked. */
  recording?: CallRecordingRules;
}

/** How calls may be recorded: never without the customer's yes to that one call. */
export interface CallRecordingRules {
  /** Each call begins with the question; else staff ask within it, where they see a reason. */
  isAskedFirst: boolean;
  /** So long a recording is kept, unless its customer takes it away before. */
  days: number;
}

export interface Config {
  appMode: AppMode;
  /** 0 lets the system choose one (tests). */
  port: number;
  host: string;
  /** Where the embedded store, photos and a made secret live. */
  dataDir: string;
  /** Absent: the embedded store. */
  databaseUrl?: string;
  /** Absent only in demo and test: `main` then makes one and keeps it in `dataDir`. */
  appSecret?: string;
  /** Scheme and host that people see, without a path. */
  publicUrl?: string;
  /** What the `tel:` links call. */
  hotline: string;
  insurerUrl?: string;
  insurerToken?: string;
  smsUrl?: string;
  smsToken?: string;
  /** Absent: nothing is made; what lies in the voice pack can still be heard. */
  speechUrl?: string;
  speechToken?: string;
  /** What is said in a recording is written down there; absent: nowhere. */
  transcribeUrl?: string;
  /** Names the voice: a part of every clip's name, so that a new voice plays no old clip. */
  speechVoice: string;
  /** The folder of the voice pack; absent: `speech` in `dataDir`. */
  speechPackDir?: string;
  /** Where clamd listens, `tcp://host:3310` or `unix:///path`; absent: nothing is looked through. */
  scannerUrl?: string;
  /** When people are there for conversations and calls; asking is accepted at any time. */
  humanHours: OpeningHours;
  /** How long before they asked people are taken to stand in the queue. */
  credit: CreditRules;
  /** Servers of calls in the page; without TURN a call goes through where the network lets it. */
  voice: VoiceServers;
  wechatAppId?: string;
  wechatAppSecret?: string;
  /** Absent: photos are kept in `dataDir`. */
  s3?: S3Config;
  /** Switches off the pages' opening without a signal: phones that have it drop it with their next visit. */
  hasNoOfflinePages?: boolean;
  /** Where the build is; absent: beside the server's own bundle. */
  distDir?: string;
}

/** All that is wrong with the environment, in one message. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/** Shown where no insurer has set its own: nobody's real number. */
const DEMO_HOTLINE = '400-000-0000';
const SECRET_MIN_PRODUCTION = 32;
const DEFAULT_SECRETS =
  /^(\d+:)?(secret|changeme|change-me|default|demo|test|password|silverlane)/i;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

function urlProblem(
  name: string,
  value: string | undefined,
  protocols: readonly string[],
): string | undefined {
  if (value === undefined) return undefined;
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  if (parsed && protocols.includes(parsed.protocol)) return undefined;
  return `${name} must be a URL that begins ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
}

function readS3(env: Env, problems: string[]): S3Config | undefined {
  const names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  const missing = names.filter((name) => !env[name]);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0)
    problems.push(`object storage is half set: ${missing.join(', ')} missing`);
  return {
    endpoint: env.S3_ENDPOINT ?? '',
    bucket: env.S3_BUCKET ?? '',
    region: env.S3_REGION || undefined,
    accessKeyId: env.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? '',
  };
}

function readVoice(env: Env, problems: string[]): VoiceServers {
  const list = (name: string): string[] =>
    (env[name] ?? '')
      .split(',')
      .map((url) => url.trim())
      .filter((url) => url !== '');
  const stunUrls = list('STUN_URLS');
  const turnUrls = list('TURN_URLS');
  const turnSecret = env.TURN_SECRET?.trim() || undefined;
  if (!stunUrls.every((url) => /^stuns?:[\w.-]+(:\d+)?$/.test(url)))
    problems.push('STUN_URLS must be a list of stun:host:port, separated by commas');
  if (!turnUrls.every((url) => /^turns?:[\w.-]+(:\d+)?(\?transport=(udp|tcp))?$/.test(url)))
    problems.push('TURN_URLS must be a list of turn:host:port or turns:host:port');
  if (turnUrls.length > 0 && !turnSecret) problems.push('TURN_URLS is set without TURN_SECRET');
  return { stunUrls, turnUrls, turnSecret, recording: readRecording(env, problems) };
}

/** Off unless somebody has decided otherwise: a voice is told apart from all others (PIPL 28). */
function readRecording(env: Env, problems: string[]): CallRecordingRules | undefined {
  const { least, most, usual } = recordingLimits.days;
  const given = env.CALLS_RECORDED?.trim() || 'off';
  if (!['off', 'on', 'ask-first'].includes(given))
    problems.push('CALLS_RECORDED must be off, on (staff ask within a call) or ask-first');
  const text = env.CALL_RECORDING_DAYS?.trim() || String(usual);
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days < least || days > most)
    problems.push(`CALL_RECORDING_DAYS must be a whole number from ${least} to ${most}`);
  return given === 'off' ? undefined : { isAskedFirst: given === 'ask-first', days };
}

/** Minutes of waiting that count as waited already, from 0 to 120. */
function readCredit(env: Env, problems: string[]): CreditRules {
  const ms = (name: string, usual: number): number => {
    const given = env[name]?.trim();
    if (!given) return usual;
    if (/^\d{1,3}$/.test(given) && Number(given) <= 120) return Number(given) * 60_000;
    problems.push(`${name} must be a whole number of minutes from 0 to 120`);
    return usual;
  };
  const credit = {
    from60Ms: ms('QUEUE_CREDIT_60', defaultCredit.from60Ms),
    from80OrHardshipMs: ms('QUEUE_CREDIT_80', defaultCredit.from80OrHardshipMs),
    requeuedMs: ms('QUEUE_CREDIT_AGAIN', defaultCredit.requeuedMs),
    callDueMs: ms('QUEUE_CREDIT_CALL', defaultCredit.callDueMs),
  };
  if (credit.from80OrHardshipMs < credit.from60Ms)
    problems.push('QUEUE_CREDIT_80 must not be less than QUEUE_CREDIT_60');
  return credit;
}

function productionProblems(config: Config): string[] {
  const problems: string[] = [];
  const secrets =
    config.appSecret?.split(',').map((part) => part.trim().replace(/^\d+:/, '')) ?? [];
  if (secrets.length === 0) problems.push('APP_SECRET is not set');
  else if (secrets.some((secret) => DEFAULT_SECRETS.test(secret)))
    problems.push('APP_SECRET is a default secret');
  else if (secrets.some((secret) => secret.length < SECRET_MIN_PRODUCTION)) {
    problems.push(`APP_SECRET has fewer than ${SECRET_MIN_PRODUCTION} characters`);
  }
  if (!config.publicUrl) problems.push('PUBLIC_URL is not set');
  else if (!config.publicUrl.startsWith('https://'))
    problems.push('PUBLIC_URL must begin https://');
  if (config.hotline === DEMO_HOTLINE) problems.push('HOTLINE is not set');
  if (!config.insurerUrl) problems.push('INSURER_URL is not set: the demo insurer would be in use');
  if (!config.smsUrl) problems.push('SMS_URL is not set: the demo SMS would be in use');
  if (!config.scannerUrl)
    problems.push('SCANNER_URL is not set: photos would not be looked through for viruses');
  return problems;
}

function testModeProblems(config: Config): string[] {
  const problems: string[] = [];
  if (!LOOPBACK.has(config.host))
    problems.push(`APP_MODE=test opens test endpoints: HOST must be 127.0.0.1, not ${config.host}`);
  if (
    config.publicUrl &&
    !LOOPBACK.has(new URL(config.publicUrl).hostname.replace(/^\[|\]$/g, ''))
  ) {
    problems.push('APP_MODE=test opens test endpoints: PUBLIC_URL must not be a public address');
  }
  return problems;
}

/**
 * Reads the environment.
 * @throws ConfigError that lists everything wrong at once
 */
export function readConfig(env: Env): Config {
  const given = (name: string): string | undefined => env[name]?.trim() || undefined;
  const problems: string[] = [];

  const appMode = given('APP_MODE') ?? 'demo';
  const isMode = appMode === 'demo' || appMode === 'production' || appMode === 'test';
  if (!isMode) problems.push('APP_MODE must be demo, production or test');

  const port = Number(given('PORT') ?? '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    problems.push('PORT must be a whole number from 0 to 65535');

  const hotline = given('HOTLINE') ?? DEMO_HOTLINE;
  if (!/^\+?[\d][\d -]{2,19}$/.test(hotline))
    problems.push('HOTLINE must be a telephone number of digits, spaces and hyphens');

  const publicUrl = given('PUBLIC_URL');
  const urls = [
    urlProblem('PUBLIC_URL', publicUrl, ['http:', 'https:']),
    urlProblem('INSURER_URL', given('INSURER_URL'), ['http:', 'https:']),
    urlProblem('SMS_URL', given('SMS_URL'), ['http:', 'https:']),
    urlProblem('SPEECH_URL', given('SPEECH_URL'), ['http:', 'https:']),
    urlProblem('SPEECH_TRANSCRIBE_URL', given('SPEECH_TRANSCRIBE_URL'), ['http:', 'https:']),
    urlProblem('SCANNER_URL', given('SCANNER_URL'), ['tcp:', 'unix:']),
    urlProblem('DATABASE_URL', given('DATABASE_URL'), ['postgres:', 'postgresql:']),
    urlProblem('S3_ENDPOINT', given('S3_ENDPOINT'), ['http:', 'https:']),
  ].filter((problem) => problem !== undefined);
  problems.push(...urls);

  if (!given('WECHAT_APP_ID') !== !given('WECHAT_APP_SECRET'))
    problems.push('WECHAT_APP_ID and WECHAT_APP_SECRET are only of use together');
  if (given('SPEECH_TOKEN') && !given('SPEECH_URL') && !given('SPEECH_TRANSCRIBE_URL'))
    problems.push('SPEECH_TOKEN is set without SPEECH_URL');
  if (!/^[\w.-]{1,40}$/.test(given('SPEECH_VOICE') ?? 'default'))
    problems.push('SPEECH_VOICE must be a name of letters, digits, dots and hyphens');

  const humanHours = readHours(given('HUMAN_HOURS') ?? '00:00-24:00 daily');
  if (!humanHours)
    problems.push('HUMAN_HOURS must be like "08:30-17:30 workdays" or "00:00-24:00 daily"');

  const config: Config = {
    appMode: isMode ? appMode : 'demo',
    port,
    host: given('HOST') ?? '127.0.0.1',
    dataDir: given('DATA_DIR') ?? './data',
    databaseUrl: given('DATABASE_URL'),
    appSecret: given('APP_SECRET'),
    publicUrl: publicUrl && URL.canParse(publicUrl) ? new URL(publicUrl).origin : undefined,
    hotline,
    insurerUrl: given('INSURER_URL'),
    insurerToken: given('INSURER_TOKEN'),
    smsUrl: given('SMS_URL'),
    smsToken: given('SMS_TOKEN'),
    speechUrl: given('SPEECH_URL'),
    speechToken: given('SPEECH_TOKEN'),
    transcribeUrl: given('SPEECH_TRANSCRIBE_URL'),
    speechVoice: given('SPEECH_VOICE') ?? 'default',
    speechPackDir: given('SPEECH_PACK_DIR'),
    scannerUrl: given('SCANNER_URL'),
    humanHours: humanHours ?? alwaysOpen,
    credit: readCredit(env, problems),
    voice: readVoice(env, problems),
    wechatAppId: given('WECHAT_APP_ID'),
    wechatAppSecret: given('WECHAT_APP_SECRET'),
    s3: readS3(env, problems),
    hasNoOfflinePages: given('OFFLINE_PAGES') === 'off',
    distDir: given('DIST_DIR'),
  };
  if (config.appMode === 'production') problems.push(...productionProblems(config));
  if (config.appMode === 'test') problems.push(...testModeProblems(config));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}
