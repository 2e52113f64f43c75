import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { assertKey, ObjectStoreError, type ObjectStore } from './objects.ts';

export interface S3Options {
  /** Scheme and host, and a path where the store is not at the top: `https://store.example`. */
  endpoint: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Stores that know no regions take `us-east-1`. */
  region?: string;
  /** ms for one request. */
  timeoutMs?: number;
}

/** Photos in an S3-shaped store. What arrives there is sealed already: the store's keeper cannot see a photo. */
export function createS3Objects(options: S3Options): ObjectStore {
  // Path style: what every S3-shaped store understands, without a host name for each bucket.
  const base = `${options.endpoint.replace(/\/+$/, '')}/${options.bucket}`;
  const client = new AwsClient({
    accessKeyId: options.accessKeyId,
    secretAccessKey: options.secretAccessKey,
    region: options.region ?? 'us-east-1',
    service: 's3',
    retries: 2,
  });
  const send = async (
    method: 'PUT' | 'GET' | 'DELETE',
    key: string,
    bytes?: Uint8Array,
  ): Promise<Response> => {
    assertKey(key);
    try {
      return await client.fetch(`${base}/${key}`, {
        method,
        // A copy of its own: the signer wants bytes on a plain ArrayBuffer.
        body: bytes ? new Uint8Array(bytes) : undefined,
        headers: {
          // The signature covers the bytes too, so that a proxy cannot swap them.
          'x-amz-content-sha256': createHash('sha256')
            .update(bytes ?? '')
            .digest('hex'),
          ...(bytes ? { 'content-type': 'application/octet-stream' } : {}),
        },
        signal: AbortSignal.timeout(options.timeoutMs ?? 30_000),
      });
    } catch (cause) {
      throw new ObjectStoreError(`object store: ${method} did not answer`, { cause });
    }
  };
  const orThrow = async (
    method: 'PUT' | 'GET' | 'DELETE',
    key: string,
    bytes?: Uint8Array,
  ): Promise<Response> => {
    const response = await send(method, key, bytes);
    if (response.ok || (response.status === 404 && method !== 'PUT')) return response;
    // The body may hold the key and the bucket's name: kept out of the message.
    await response.body?.cancel();
    throw new ObjectStoreError(`object store: ${method} answered ${response.status}`);
  };
  return {
    kind: 's3',
    async put(key, bytes) {
      const response = await orThrow('PUT', key, bytes);
      await response.body?.cancel();
    },
    async get(key) {
      const response = await orThrow('GET', key);
      if (response.status === 404) {
        await response.body?.cancel();
        return undefined;
      }
      return new Uint8Array(await response.arrayBuffer());
    },
    async delete(key) {
      const response = await orThrow('DELETE', key);
      await response.body?.cancel();
    },
  };
}
