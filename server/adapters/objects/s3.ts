import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { assertFolder, assertKey, isKey, ObjectStoreError, type ObjectStore } from './objects.ts';

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
  /** ms before the second try; it doubles with each further one. */
  pauseMs?: number;
  /** Keys of one answer of a list; S3 gives 1000 at most. */
  listPage?: number;
}

type Method = 'PUT' | 'GET' | 'DELETE';

/** All our calls may be made twice, so a stumble is met by asking again. */
const TRIES = 3;
/** Too busy or broken for the moment: worth another try. Everything else says the same again. */
const isPassing = (status: number): boolean => status >= 500 || status === 429 || status === 408;

const between = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) => text);

const XML_WORDS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};
const plain = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp);/g, (word) => XML_WORDS[word] ?? word);

/** Photos in an S3-shaped store. What arrives there is sealed already: the store's keeper cannot see a photo. */
export function createS3Objects(options: S3Options): ObjectStore {
  // Path style: what every S3-shaped store understands, without a host name for each bucket.
  const base = `${options.endpoint.replace(/\/+$/, '')}/${options.bucket}`;
  const client = new AwsClient({
    accessKeyId: options.accessKeyId,
    secretAccessKey: options.secretAccessKey,
    region: options.region ?? 'us-east-1',
    service: 's3',
    // Tried again below, where a request that does not answer is tried again too.
    retries: 0,
  });

  const sendOnce = (method: Method, url: string, bytes?: Uint8Array): Promise<Response> =>
    client.fetch(url, {
      method,
      // A copy of its own: the signer wants bytes on a plain ArrayBuffer.
      body: bytes ? new Uint8Array(bytes) : undefined,
      headers: {
        // The signature covers the bytes too: the store refuses what was changed on the way.
        'x-amz-content-sha256': createHash('sha256')
          .update(bytes ?? '')
          .digest('hex'),
        ...(bytes ? { 'content-type': 'application/octet-stream' } : {}),
      },
      signal: AbortSignal.timeout(options.timeoutMs ?? 30_000),
    });

  /** The whole answer: a body that is cut off is a stumble like any other. */
  const send = async (
    method: Method,
    url: string,
    bytes?: Uint8Array,
  ): Promise<{ status: number; body: Uint8Array }> => {
    let problem = new ObjectStoreError(`object store: ${method} was not tried`);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (attempt > 0)
        await sleep((options.pauseMs ?? 200) * 2 ** (attempt - 1) * (0.5 + Math.random()));
      try {
        const response = await sendOnce(method, url, bytes);
        const body = new Uint8Array(await response.arrayBuffer());
        const { status } = response;
        if (response.ok || (status === 404 && method !== 'PUT')) return { status, body };
        // The body may hold the key and the bucket's name: kept out of the message.
        problem = new ObjectStoreError(`object store: ${method} answered ${status}`);
        if (!isPassing(status)) throw problem;
      } catch (cause) {
        if (cause === problem) throw cause;
        problem = new ObjectStoreError(`object store: ${method} did not answer`, { cause });
      }
    }
    throw problem;
  };

  const urlOf = (key: string): string => {
    assertKey(key);
    return `${base}/${key}`;
  };

  return {
    kind: 's3',
    async put(key, bytes) {
      await send('PUT', urlOf(key), bytes);
    },
    async get(key) {
      const { status, body } = await send('GET', urlOf(key));
      return status === 404 ? undefined : body;
    },
    async list(folder) {
      assertFolder(folder);
      const keys: string[] = [];
      let after: string | undefined;
      do {
        const query = new URLSearchParams({
          'list-type': '2',
          'max-keys': String(options.listPage ?? 1000),
          prefix: folder,
          ...(after === undefined ? {} : { 'continuation-token': after }),
        });
        const { status, body } = await send('GET', `${base}?${query.toString()}`);
        if (status === 404) throw new ObjectStoreError('object store: no such bucket');
        const xml = Buffer.from(body).toString('utf8');
        keys.push(...between(xml, 'Key').map(plain).filter(isKey));
        const isMore = between(xml, 'IsTruncated')[0] === 'true';
        after = isMore ? between(xml, 'NextContinuationToken').map(plain)[0] : undefined;
        if (isMore && after === undefined)
          throw new ObjectStoreError('object store: a list without its next page');
      } while (after !== undefined);
      return keys;
    },
    async delete(key) {
      await send('DELETE', urlOf(key));
    },
  };
}
