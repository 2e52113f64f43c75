import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsV4Signer } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalObjects } from '#server/adapters/objects/local.ts';
import { ObjectStoreError, type ObjectStore } from '#server/adapters/objects/objects.ts';
import { createS3Objects } from '#server/adapters/objects/s3.ts';

const secret = { accessKeyId: 'test-id', secretAccessKey: 'test-secret' };

/** Keeps objects in memory and checks every signature as the real thing would: by signing again. */
function fakeS3(): { server: Server; kept: Map<string, Buffer>; refuse: { next: number } } {
  const kept = new Map<string, Buffer>();
  const refuse = { next: 0 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const url = `http://${request.headers.host}${request.url}`;
        const headers = new Headers();
        for (const name of ['x-amz-content-sha256', 'x-amz-date', 'content-type']) {
          const value = request.headers[name];
          if (typeof value === 'string') headers.set(name, value);
        }
        const again = new AwsV4Signer({
          ...secret,
          method: request.method ?? 'GET',
          url,
          headers,
          service: 's3',
          region: 'us-east-1',
          datetime: String(request.headers['x-amz-date']),
        });
        const isSigned = (await again.authHeader()) === request.headers.authorization;
        if (refuse.next > 0 || !isSigned) {
          refuse.next -= 1;
          response.writeHead(isSigned ? 503 : 403).end('no');
        } else if (request.method === 'PUT') {
          kept.set(request.url ?? '', Buffer.concat(chunks));
          response.writeHead(200).end();
        } else if (request.method === 'DELETE') {
          kept.delete(request.url ?? '');
          response.writeHead(204).end();
        } else {
          const found = kept.get(request.url ?? '');
          response.writeHead(found ? 200 : 404).end(found);
        }
      })();
    });
  });
  return { server, kept, refuse };
}

let folder = '';
const s3 = fakeS3();
let endpoint = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objects-'));
  await new Promise<void>((resolve) => s3.server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(s3.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  s3.server.close();
  await rm(folder, { recursive: true, force: true });
});

const stores: [string, () => ObjectStore][] = [
  ['a folder', () => createLocalObjects(join(folder, 'deep', 'photos'))],
  ['an S3-shaped store', () => createS3Objects({ endpoint, bucket: 'bucket', ...secret })],
];

describe.each(stores)('photos kept in %s', (_, make) => {
  it('come back byte for byte, are replaced and go away', async () => {
    const store = make();
    const bytes = Uint8Array.from({ length: 100_000 }, (_value, i) => (i * 7) % 256);
    await store.put('document/one/full', bytes);
    expect(
      Buffer.from((await store.get('document/one/full')) ?? []).equals(Buffer.from(bytes)),
    ).toBe(true);
    await store.put('document/one/full', Buffer.from('newer'));
    expect(Buffer.from((await store.get('document/one/full')) ?? []).toString()).toBe('newer');
    await store.delete('document/one/full');
    await store.delete('document/one/full');
    expect(await store.get('document/one/full')).toBeUndefined();
  });

  it('are never reached by a path trick', async () => {
    const store = make();
    for (const key of [
      '../secret',
      'a/../../b',
      '/etc/passwd',
      'a//b',
      'a\\b',
      'a/b.txt',
      '',
      'a/%2e%2e/b',
      'a\0b',
    ]) {
      await expect(store.put(key, Buffer.from('x'))).rejects.toThrow(ObjectStoreError);
      await expect(store.get(key)).rejects.toThrow(ObjectStoreError);
      await expect(store.delete(key)).rejects.toThrow(ObjectStoreError);
    }
  });
});

describe('a photo store in trouble', () => {
  it('leaves no half-written file where the folder cannot be written', async () => {
    await writeFile(join(folder, 'blocked'), 'a file where a folder is wanted');
    const store = createLocalObjects(join(folder, 'blocked'));
    await expect(store.put('a/b', Buffer.from('x'))).rejects.toThrow(ObjectStoreError);
    const working = createLocalObjects(join(folder, 'clean'));
    await working.put('a/b', Buffer.from('x'));
    expect(await readdir(join(folder, 'clean', 'a'))).toEqual(['b']);
  });

  it('is asked again when it stumbles, and says so when it stays down or refuses', async () => {
    const store = createS3Objects({ endpoint, bucket: 'bucket', ...secret });
    s3.refuse.next = 1;
    await store.put('a/b', Buffer.from('x'));
    expect(s3.kept.get('/bucket/a/b')?.toString()).toBe('x');
    const stranger = createS3Objects({
      endpoint,
      bucket: 'bucket',
      accessKeyId: 'test-id',
      secretAccessKey: 'wrong',
    });
    await expect(stranger.get('a/b')).rejects.toThrow('answered 403');
    const nowhere = createS3Objects({
      endpoint: 'http://127.0.0.1:9',
      bucket: 'bucket',
      ...secret,
      timeoutMs: 2000,
    });
    await expect(nowhere.get('a/b')).rejects.toThrow(ObjectStoreError);
  });
});
