import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PaperReading } from '#domain/papers/read/types.ts';
import { createProcessReader } from '#server/adapters/reader/process.ts';
import { ReaderError } from '#server/adapters/reader/reader.ts';
import { silentLog } from '#server/log.ts';
import type { Program } from '#server/processes/program.ts';

const fixture = (name: string) => readFile(new URL(`fixtures/ocr/${name}`, import.meta.url));
const valuesOf = ({ fields }: PaperReading) =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]));

describe('Papers are read on this server', () => {
  const reader = createProcessReader(silentLog, { idleMs: 60_000 });
  afterAll(() => reader.close());

  test('an invoice gives its sum, day, patient and hospital', async () => {
    const reading = await reader.read(await fixture('invoice.jpg'));
    expect(reading).toMatchObject({ kind: 'invoice-outpatient', rotation: 0 });
    expect(valuesOf(reading)).toMatchObject({
      totalFen: 88_590,
      invoiceDate: '2026-10-14',
      patientName: '王桂兰',
      hospital: '浙江省示范人民医院',
    });
    for (const { box } of reading.fields) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1.0001);
      expect(box.height).toBeLessThan(0.2);
    }
  }, 60_000);

  test('a small picture of an identity card is read', async () => {
    const reading = await reader.read(await fixture('id-front-small.jpg'));
    expect(valuesOf(reading)).toMatchObject({
      name: '王桂兰',
      birthDate: '1949-03-08',
      idNumber: '330106194903086844',
    });
  }, 60_000);

  test('a file that says it is enormous is not unpacked, and nothing is read from it', async () => {
    // A PNG whose header promises 60,000 by 60,000 px.
    const bomb = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAA6mAAAOpgCAYAAAAAAAAAAAAAAElFTkSuQmCC',
      'base64',
    );
    expect((await reader.read(bomb)).fields).toEqual([]);
    expect((await reader.read(Buffer.from('no picture'))).fields).toEqual([]);
  }, 60_000);
});

describe('A process that reads', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reader-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const write = async (text: string): Promise<Program> => {
    const path = join(folder, `${randomUUID()}.cjs`);
    await writeFile(path, text);
    return { path, execArgv: [] };
  };
  const program = (text: string) =>
    write(`process.on('disconnect', () => process.exit(0));
      process.on('message', ({ id, ask }) => { ${text} });
      process.send({ kind: 'ready' });`);
  const answer = `process.send({ kind: 'done', id, answer: { kind: 'other', rotation: 0, fields: [] } });`;

  test.each(['SIGSEGV', 'SIGILL', 'SIGKILL'])(
    'that dies over a picture of %s is begun again for the next, and the server lives',
    async (signal) => {
      const dies = await program(`if (ask[0] === 1) process.kill(process.pid, '${signal}');
        else ${answer}`);
      const reader = createProcessReader(silentLog, { program: dies });
      await expect(reader.read(Buffer.from([1]))).rejects.toThrow(ReaderError);
      expect((await reader.read(Buffer.from([2]))).kind).toBe('other');
      expect(reader.figures()).toMatchObject({ read: 1, failed: 1, waiting: 0 });
      expect(reader.state()).toBe('ready');
      reader.close();
    },
  );

  test('that takes too long, or too much memory, is ended, and a waiting picture is read after it', async () => {
    const slow = await program(`if (ask[0] === 1) for (;;); ${answer}`);
    const reader = createProcessReader(silentLog, { program: slow, timeoutMs: 1500 });
    const hung = reader.read(Buffer.from([1]));
    const next = reader.read(Buffer.from([2]));
    await expect(hung).rejects.toThrow('too slow');
    expect((await next).kind).toBe('other');
    reader.close();
    if (process.platform !== 'linux') return;
    const greedy = await program(
      `if (ask[0] === 1) { globalThis.kept = Buffer.alloc(300e6, 1); return; } ${answer}`,
    );
    const small = createProcessReader(silentLog, { program: greedy, memoryMb: 200 });
    await expect(small.read(Buffer.from([1]))).rejects.toThrow('too much memory');
    small.close();
  });

  test('that does not load leaves the server without a reader, and everything is asked', async () => {
    const none = await write(`process.send({ kind: 'none', why: 'no' });`);
    const reader = createProcessReader(silentLog, { program: none });
    expect(await reader.read(Buffer.from([1]))).toMatchObject({ kind: 'other', fields: [] });
    expect(reader.state()).toBe('none');
    reader.close();
  });

  test('lets go of a picture that nobody waits for any more', async () => {
    const reader = createProcessReader(silentLog, { program: await program('') });
    const stop = new AbortController();
    const asked = reader.read(Buffer.from([1]), stop.signal);
    stop.abort();
    await expect(asked).rejects.toThrow('stopped');
    reader.close();
  });

  test('knows no secret of the server', async () => {
    vi.stubEnv('APP_SECRET', 'not for strangers');
    const looks = await program(
      `process.send({ kind: 'done', id, answer: { kind: 'other', rotation: 0, fields: [process.env.APP_SECRET] } });`,
    );
    const reader = createProcessReader(silentLog, { program: looks });
    expect((await reader.read(Buffer.from([1]))).fields).toEqual([undefined]);
    reader.close();
    vi.unstubAllEnvs();
  });
});
