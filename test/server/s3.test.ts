import { createServer, type Server } from 'node:http';
import { connect, createServer as createTcp, type AddressInfo } from 'node:net';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ObjectStoreError } from '#server/adapters/objects/objects.ts';
import { createS3Objects } from '#server/adapters/objects/s3.ts';
import { hasSwift, startSwift, type RealS3 } from './support/swift.ts';

const bytesOf = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i * seed) % 251);

/** A server on a free port of its own. */
async function listen(server: Server | ReturnType<typeof createTcp>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describe.runIf(hasSwift())('photos kept in a real S3 server (OpenStack Swift)', () => {
  let real: RealS3;
  const make = (more = {}) => createS3Objects({ ...real, pauseMs: 20, ...more });
  beforeAll(async () => {
    real = await startSwift();
  }, 60_000);
  afterAll(() => real.stop());

  test('come back byte for byte, are replaced and go away, whatever their size', async () => {
    const store = make();
    for (const size of [0, 1, 100_000, 6_000_000]) {
      const bytes = bytesOf(size, 7);
      await store.put('document/one/full', bytes);
      const back = await store.get('document/one/full');
      expect(Buffer.compare(Buffer.from(back ?? []), Buffer.from(bytes))).toBe(0);
    }
    await store.put('document/one/full', Buffer.from('newer'));
    expect(Buffer.from((await store.get('document/one/full')) ?? []).toString()).toBe('newer');
    await store.delete('document/one/full');
    await store.delete('document/one/full');
    expect(await store.get('document/one/full')).toBeUndefined();
  });

  test('keep to odd names and to no name that leads elsewhere', async () => {
    const store = make();
    const long = 'x'.repeat(100);
    for (const key of ['a', '-', '_', 'A-Z_09/-', `${long}/${long}/${long}`, 'con/nul/aux']) {
      await store.put(key, Buffer.from(key));
      expect(Buffer.from((await store.get(key)) ?? []).toString()).toBe(key);
      await store.delete(key);
    }
    for (const key of ['../photos2/x', 'a/../b', 'a//b', 'a?list-type=2', 'a#b', 'a%2fb', 'ü'])
      await expect(store.put(key, Buffer.from('x'))).rejects.toThrow(ObjectStoreError);
    await expect(store.list('document')).rejects.toThrow(ObjectStoreError);
  });

  test('are listed whole, also over many pages, and without their neighbours', async () => {
    const store = make({ listPage: 20 });
    const names = Array.from({ length: 65 }, (_, i) => `document/many/p${1000 + i}`);
    for (let at = 0; at < names.length; at += 8)
      await Promise.all(names.slice(at, at + 8).map((name) => store.put(name, Buffer.from(name))));
    await store.put('document/many-others/full', Buffer.from('x'));
    expect((await store.list('document/many/')).sort()).toEqual(names);
    expect(await store.list('document/nobody/')).toEqual([]);
  });

  test('that were changed on the way are refused by the store', async () => {
    const client = new AwsClient({ ...real, region: 'us-east-1', service: 's3', retries: 0 });
    const signed = await client.sign(`${real.endpoint}/${real.bucket}/document/swapped`, {
      method: 'PUT',
      headers: { 'x-amz-content-sha256': '0'.repeat(64) },
      body: Buffer.from('other bytes than were signed'),
    });
    expect((await fetch(signed)).status).toBeGreaterThanOrEqual(400);
    expect(await make().get('document/swapped')).toBeUndefined();
  });

  test('are out of reach for a wrong key and in a bucket that is not there, and that is said at once', async () => {
    await expect(make({ secretAccessKey: 'wrong' }).get('a/b')).rejects.toThrow('answered 403');
    await expect(make({ bucket: 'none' }).put('a/b', Buffer.from('x'))).rejects.toThrow(
      'answered 404',
    );
    await expect(make({ bucket: 'none' }).list('a/')).rejects.toThrow('no such bucket');
  });

  test('survive a store that hangs: the call gives up, and succeeds when it is back', async () => {
    const store = make({ timeoutMs: 400 });
    real.pause();
    await expect(store.put('document/later', Buffer.from('x'))).rejects.toThrow(ObjectStoreError);
    real.resume();
    await make().put('document/later', Buffer.from('x'));
    expect(Buffer.from((await make().get('document/later')) ?? []).toString()).toBe('x');
  });

  test('arrive although the way there breaks twice', async () => {
    let cuts = 2;
    const { hostname, port } = new URL(real.endpoint);
    const between = createTcp((socket) => {
      socket.on('error', () => undefined);
      if (cuts > 0) {
        cuts -= 1;
        socket.destroy();
        return;
      }
      const on = connect(Number(port), hostname);
      on.on('error', () => socket.destroy());
      socket.pipe(on).pipe(socket);
    });
    const store = make({ endpoint: `http://127.0.0.1:${await listen(between)}` });
    await store.put('document/cut', Buffer.from('whole'));
    expect(cuts).toBe(0);
    expect(Buffer.from((await make().get('document/cut')) ?? []).toString()).toBe('whole');
    between.close();
  });
});

describe('a store that stumbles', () => {
  /** Answers with these, one after the other, then with the last one. */
  async function stumbling(...statuses: number[]) {
    let asked = 0;
    const server = createServer((request, response) => {
      request.resume();
      const status = statuses[Math.min(asked, statuses.length - 1)] ?? 200;
      asked += 1;
      response.writeHead(status).end('words');
    });
    const endpoint = `http://127.0.0.1:${await listen(server)}`;
    const secret = { accessKeyId: 'a', secretAccessKey: 'b' };
    const store = createS3Objects({ endpoint, bucket: 'b', ...secret, pauseMs: 1 });
    return { store, asked: () => asked, stop: () => server.close() };
  }

  test.each([500, 502, 503, 429])('with %i is asked again, three times at most', async (status) => {
    const twice = await stumbling(status, status, 200);
    expect(Buffer.from((await twice.store.get('a')) ?? []).toString()).toBe('words');
    twice.stop();
    const always = await stumbling(status);
    await expect(always.store.get('a')).rejects.toThrow(`answered ${status}`);
    expect(always.asked()).toBe(3);
    always.stop();
  });

  test.each([400, 403])('with a refusal of %i is not asked again', async (status) => {
    const refusing = await stumbling(status);
    await expect(refusing.store.put('a', Buffer.from('x'))).rejects.toThrow(`answered ${status}`);
    expect(refusing.asked()).toBe(1);
    refusing.stop();
  });
});
