import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '#server/config.ts';
import { makePlace } from './support/databases.ts';
import { makeFakeBuild } from './support/fake-build.ts';
import { NotStartedError, startServer } from './support/real-server.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test('with nothing set, the demo starts on this machine only', () => {
  expect(readConfig({})).toMatchObject({
    appMode: 'demo',
    port: 8080,
    host: '127.0.0.1',
    dataDir: './data',
  });
});

test('how much sooner whoever is older is served is set in minutes, and never turned round', () => {
  expect(readConfig({ QUEUE_CREDIT_60: '5', QUEUE_CREDIT_80: '20' }).credit).toEqual({
    from60Ms: 300_000,
    from80OrHardshipMs: 1_200_000,
    requeuedMs: 300_000,
    callDueMs: 600_000,
  });
  expect(problemsOf({ QUEUE_CREDIT_60: '20' })).toEqual([
    'QUEUE_CREDIT_80 must not be less than QUEUE_CREDIT_60',
  ]);
});

test('all that is wrong is told at once', () => {
  const problems = problemsOf({
    PORT: '80a',
    APP_MODE: 'prod',
    HOTLINE: 'call us',
    PUBLIC_URL: 'ftp://x',
    DATABASE_URL: 'mysql://x',
    S3_BUCKET: 'b',
    SPEECH_URL: 'say it',
    SPEECH_VOICE: '../voice',
    SPEECH_TRANSCRIBE_URL: 'write it',
    QUEUE_CREDIT_60: 'ten',
    QUEUE_CREDIT_AGAIN: '600',
  });
  for (const name of [
    'PORT',
    'APP_MODE',
    'HOTLINE',
    'PUBLIC_URL',
    'DATABASE_URL',
    'S3_ENDPOINT',
    'SPEECH_URL',
    'SPEECH_VOICE',
    'SPEECH_TRANSCRIBE_URL',
    'QUEUE_CREDIT_60',
    'QUEUE_CREDIT_AGAIN',
  ]) {
    expect(problems.join('\n')).toContain(name);
  }
});

test('production refuses demo adapters, default secrets and unset values, and lists them all', () => {
  const bare = problemsOf({ APP_MODE: 'production' }).join('\n');
  for (const name of [
    'APP_SECRET',
    'PUBLIC_URL',
    'HOTLINE',
    'INSURER_URL',
    'SMS_URL',
    'SCANNER_URL',
  ])
    expect(bare).toContain(name);
  const good = {
    APP_MODE: 'production',
    APP_SECRET: 'kQ3v9Zr1mX8pL5tY2wB7nC4sD6fG0hJa',
    PUBLIC_URL: 'https://claims.example',
    HOTLINE: '95500',
    INSURER_URL: 'https://core.example',
    SMS_URL: 'https://sms.example',
    SCANNER_URL: 'unix:///run/clamav/clamd.ctl',
  };
  expect(problemsOf(good)).toEqual([]);
  expect(problemsOf({ ...good, SCANNER_URL: 'tcp://scanner.example:3310' })).toEqual([]);
  expect(problemsOf({ ...good, SCANNER_URL: 'https://scanner.example' })).toHaveLength(1);
  expect(problemsOf({ ...good, APP_SECRET: 'changeme-changeme-changeme-changeme' })).toEqual([
    'APP_SECRET is a default secret',
  ]);
  expect(
    problemsOf({ ...good, APP_SECRET: '2:kQ3v9Zr1mX8pL5tY2wB7nC4sD6fG0hJa,1:short-but-sixteen' }),
  ).toHaveLength(1);
  expect(problemsOf({ ...good, PUBLIC_URL: 'http://claims.example' })).toHaveLength(1);
});

test('a token without its service is a mistake; no speech service at all is none', () => {
  expect(problemsOf({ SPEECH_TOKEN: 't' })).toEqual(['SPEECH_TOKEN is set without SPEECH_URL']);
  expect(readConfig({}).speechUrl).toBeUndefined();
});

test('the test endpoints are never open to the public', () => {
  expect(
    problemsOf({ APP_MODE: 'test', HOST: '0.0.0.0', PUBLIC_URL: 'https://claims.example' }),
  ).toHaveLength(2);
  expect(
    problemsOf({ APP_MODE: 'test', HOST: '127.0.0.1', PUBLIC_URL: 'http://localhost:8080' }),
  ).toEqual([]);
});

test('a server with a bad value says so in plain lines, exits with 1 and starts nothing', async () => {
  const place = await makePlace('sqlite');
  const dist = await makeFakeBuild();
  const started = startServer(place, dist, { PORT: '99999', HOTLINE: '???' });
  await expect(started).rejects.toBeInstanceOf(NotStartedError);
  const error = await started.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 1 });
  expect(String(error)).toMatch(/PORT[\s\S]*HOTLINE/);
  expect(String(error)).not.toContain('    at ');
  await place.remove();
  rmSync(dist, { recursive: true, force: true });
});
