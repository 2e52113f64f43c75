import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { PaperReading } from '#domain/papers/read/types.ts';
import { createThreadsReader } from '#server/adapters/reader/threads.ts';
import { silentLog } from '#server/log.ts';

const fixture = (name: string) => readFile(new URL(`fixtures/ocr/${name}`, import.meta.url));
const valuesOf = ({ fields }: PaperReading) =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]));

describe('Papers are read on this server', () => {
  const reader = createThreadsReader(silentLog, { idleMs: 60_000 });
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

describe('A thread that reads', () => {
  const program = (text: string) => ({
    program: `const { parentPort } = require('node:worker_threads');
      parentPort.postMessage({ kind: 'ready' });
      parentPort.on('message', ({ id, image }) => { ${text} });`,
    isText: true,
  });
  const answer = `parentPort.postMessage({ kind: 'done', id, reading: { kind: 'other', rotation: 0, fields: [] } });`;

  test('that dies over a picture is begun again for the next', async () => {
    const entry = program(`if (image[0] === 1) process.exit(1); ${answer}`);
    const reader = createThreadsReader(silentLog, { entry });
    await expect(reader.read(Buffer.from([1]))).rejects.toThrow('the thread ended');
    expect((await reader.read(Buffer.from([2]))).kind).toBe('other');
    expect(reader.figures()).toMatchObject({ read: 1, failed: 1 });
    reader.close();
  });

  test('that takes too long, or too much memory, is ended, and a waiting picture is read after it', async () => {
    const slow = program(`if (image[0] === 1) for (;;); ${answer}`);
    const reader = createThreadsReader(silentLog, { entry: slow, timeoutMs: 1500 });
    const hung = reader.read(Buffer.from([1]));
    const next = reader.read(Buffer.from([2]));
    await expect(hung).rejects.toThrow('too slow');
    expect((await next).kind).toBe('other');
    reader.close();
    const greedy = program(
      `if (image[0] === 1) { globalThis.kept = Buffer.alloc(300e6, 1); return; } ${answer}`,
    );
    const small = createThreadsReader(silentLog, { entry: greedy, memoryMb: 100 });
    await expect(small.read(Buffer.from([1]))).rejects.toThrow('too much memory');
    small.close();
  });

  test('that does not load leaves the server without a reader, and everything is asked', async () => {
    const entry = {
      program: `require('node:worker_threads').parentPort.postMessage({ kind: 'none', why: 'no' });`,
      isText: true,
    };
    const reader = createThreadsReader(silentLog, { entry });
    expect(await reader.read(Buffer.from([1]))).toMatchObject({ kind: 'other', fields: [] });
    expect(reader.state()).toBe('none');
    reader.close();
  });

  test('lets go of a picture that nobody waits for any more', async () => {
    const reader = createThreadsReader(silentLog, { entry: program('') });
    const stop = new AbortController();
    const asked = reader.read(Buffer.from([1]), stop.signal);
    stop.abort();
    await expect(asked).rejects.toThrow('stopped');
    reader.close();
  });
});
