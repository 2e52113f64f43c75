import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClamdScanner } from '#server/adapters/scanner/clamd.ts';
import { ScannerError } from '#server/adapters/scanner/scanner.ts';
import {
  eicar,
  hasClamd,
  likeClamd,
  startClamd,
  startFakeClamd,
  type TestClamd,
} from './support/clamd.ts';

let folder = '';
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scanner-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `file-${(files += 1)}`);
  await writeFile(path, bytes);
  return path;
}

const large = (): Buffer => Buffer.alloc(3_000_000, 7);

describe('a virus scanner that speaks as clamd does', () => {
  test('gets a file in pieces, says what it found, and is asked again and again', async () => {
    const clamd = await startFakeClamd(likeClamd);
    const scanner = createClamdScanner({ url: clamd.url });
    expect(await scanner.isUp()).toBe(true);
    expect(await scanner.scan(await file(Buffer.from('a photo')))).toEqual({ kind: 'clean' });
    expect(await scanner.scan(await file(Buffer.alloc(0)))).toEqual({ kind: 'clean' });
    const bad = await file(Buffer.concat([large(), eicar(), large()]));
    expect(await scanner.scan(bad)).toEqual({ kind: 'found', name: 'Eicar-Test-Signature' });
    expect(Math.max(...clamd.pieces)).toBeLessThanOrEqual(64 * 1024);
    clamd.stop();
  });

  test.each([
    ['is too busy', 'COMMAND READ TIMED OUT. ERROR\0'],
    ['finds the file too large', 'INSTREAM size limit exceeded. ERROR\0'],
    ['answers something else', 'stream: OK but not really\0'],
    ['answers nothing', ''],
    ['answers without an end', 'x'.repeat(10_000)],
  ])('and %s has not called anything clean', async (_, answer) => {
    const clamd = await startFakeClamd((_file, socket) => void socket.end(answer));
    const scanner = createClamdScanner({ url: clamd.url });
    await expect(scanner.scan(await file(Buffer.from('x')))).rejects.toThrow(ScannerError);
    clamd.stop();
  });

  test('and hangs, breaks off or is not there is given up, and nothing else waits for it', async () => {
    const silent = await startFakeClamd(() => undefined);
    const scanner = createClamdScanner({ url: silent.url, timeoutMs: 150 });
    await expect(scanner.scan(await file(large()))).rejects.toThrow(ScannerError);
    silent.stop();
    const rude = await startFakeClamd((_file, socket) => void socket.destroy());
    const met = createClamdScanner({ url: rude.url });
    await expect(met.scan(await file(large()))).rejects.toThrow(ScannerError);
    rude.stop();
    expect(await met.isUp()).toBe(false);
    await expect(met.scan(await file(large()))).rejects.toThrow(ScannerError);
    const nowhere = createClamdScanner({ url: `unix://${folder}/none` });
    await expect(nowhere.scan(await file(large()))).rejects.toThrow(ScannerError);
  });

  test('gets no more files at once than it has places for', async () => {
    let [now, most] = [0, 0];
    const clamd = await startFakeClamd((_file, socket) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        socket.end('stream: OK\0');
      }, 30);
    });
    const scanner = createClamdScanner({ url: clamd.url, atOnce: 2 });
    const path = await file(Buffer.from('x'));
    await Promise.all(Array.from({ length: 7 }, () => scanner.scan(path)));
    expect(most).toBe(2);
    clamd.stop();
  });
});

describe.runIf(hasClamd())('ClamAV itself', () => {
  let clamd: TestClamd;
  beforeAll(async () => {
    clamd = await startClamd('4M');
  });
  afterAll(() => clamd.stop());

  test.each(['tcp', 'unix'] as const)(
    'finds the test virus over %s, and only that',
    async (way) => {
      const scanner = createClamdScanner({ url: clamd[way] });
      expect(await scanner.scan(await file(large()))).toEqual({ kind: 'clean' });
      expect(await scanner.scan(await file(Buffer.alloc(0)))).toEqual({ kind: 'clean' });
      const bad = await file(Buffer.concat([large(), eicar()]));
      expect(await scanner.scan(bad)).toMatchObject({
        kind: 'found',
        name: expect.stringContaining('Eicar') as string,
      });
    },
  );

  test('that takes smaller files than we do has not called a large one clean', async () => {
    const scanner = createClamdScanner({ url: clamd.tcp });
    await expect(scanner.scan(await file(Buffer.alloc(9_000_000)))).rejects.toThrow(ScannerError);
  });
});
