import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Encryption at rest of what must not be read from a stolen disk or backup: AES-256-GCM under keys derived from
 * APP_SECRET. The place (`table.column.row`) is authenticated with the text, so that a sealed value moved to another
 * row or column does not open.
 */
export interface Seal {
  /** Seals a text for its place: `v<keyVersion>.<iv>.<tag>.<ciphertext>` in base64url. */
  seal(place: string, plain: string): string;
  /** @throws SealError when it was sealed for another place, with an unknown key, or was changed */
  open(place: string, sealed: string): string;
  /** The same for bytes (photos): a header of 35 bytes, then the ciphertext. */
  sealBytes(place: string, plain: Uint8Array): Uint8Array;
  /** @throws SealError as `open` does */
  openBytes(place: string, sealed: Uint8Array): Uint8Array;
  /** A keyed fingerprint to find a sealed value by, under the newest key. Equal values give equal fingerprints. */
  blindIndex(purpose: string, value: string): string;
  /** The fingerprints under every key, newest first: what a look-up matches while rows of an older key exist. */
  blindIndexes(purpose: string, value: string): string[];
  /** True when a text was sealed under an older key and should be sealed again when it is next written. */
  isStale(sealed: string): boolean;
}

/** What was stored cannot be opened. The message holds no secret and no plaintext. */
export class SealError extends Error {
  override name = 'SealError';
}

/** Secrets by key version. */
export type KeyRing = ReadonlyMap<number, string>;

/** Shortest secret taken: 16 characters hold 128 bits only if random, so the operations page says how to make one. */
export const SECRET_MIN = 16;

/**
 * Reads APP_SECRET: `2:new,1:old` (key versions for rotation) or one secret, which is version 1.
 * @throws SealError naming what is wrong, never the secret
 */
export function readKeyRing(secret: string): KeyRing {
  const ring = new Map<number, string>();
  const parts = /^\d+:/.test(secret) ? secret.split(',') : [`1:${secret}`];
  for (const part of parts) {
    const match = /^(\d{1,5}):(.*)$/s.exec(part.trim());
    if (!match) throw new SealError('each secret of a list is written <version>:<secret>');
    const [version, value] = [Number(match[1]), match[2] ?? ''];
    if (version < 1 || version > 65_535)
      throw new SealError('a key version is a number from 1 to 65535');
    if (value.length < SECRET_MIN)
      throw new SealError(`secret ${version} has fewer than ${SECRET_MIN} characters`);
    if (ring.has(version)) throw new SealError(`key version ${version} is given twice`);
    ring.set(version, value);
  }
  return ring;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** First bytes of a sealed file: `SLv`, a format number, the key version as two bytes, one reserved. */
const MAGIC = Buffer.from('SLv1', 'latin1');
const HEADER_BYTES = MAGIC.length + 3 + IV_BYTES + TAG_BYTES;

interface Keys {
  version: number;
  box: Buffer;
  index: Buffer;
}

function deriveKeys(version: number, secret: string): Keys {
  const derive = (use: string) =>
    Buffer.from(hkdfSync('sha256', secret, 'silverlane', `${use}.v${version}`, 32));
  return { version, box: derive('seal'), index: derive('blind-index') };
}

function encrypt(
  key: Buffer,
  place: string,
  plain: Uint8Array,
): { iv: Buffer; tag: Buffer; text: Buffer } {
  // A random 96-bit nonce is safe up to about 2^32 values a key (NIST SP 800-38D); rotation comes long before.
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), text };
}

function decrypt(
  key: Buffer,
  place: string,
  iv: Uint8Array,
  tag: Uint8Array,
  text: Uint8Array,
): Buffer {
  if (iv.length !== IV_BYTES || tag.length !== TAG_BYTES)
    throw new SealError('sealed value is cut short');
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place, 'utf8'));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(text), decipher.final()]);
  } catch (cause) {
    throw new SealError('sealed value does not open: changed, or sealed for another place', {
      cause,
    });
  }
}

/**
 * A seal over these keys; the highest version seals, all open.
 * @throws SealError when there is no key
 */
export function createSeal(ring: KeyRing): Seal {
  const keys = [...ring]
    .sort(([a], [b]) => b - a)
    .map(([version, secret]) => deriveKeys(version, secret));
  const newest = keys[0];
  if (!newest) throw new SealError('there is no key');
  const keyOf = (version: number): Keys => {
    const found = keys.find((key) => key.version === version);
    if (!found) throw new SealError(`sealed with key ${version}, which is not given`);
    return found;
  };
  const indexWith = (key: Keys, purpose: string, value: string): string =>
    `v${key.version}.${createHmac('sha256', key.index).update(`${purpose}\0${value}`, 'utf8').digest('base64url')}`;

  return {
    seal(place, plain) {
      const { iv, tag, text } = encrypt(newest.box, place, Buffer.from(plain, 'utf8'));
      return [
        `v${newest.version}`,
        ...[iv, tag, text].map((part) => part.toString('base64url')),
      ].join('.');
    },
    open(place, sealed) {
      const match = /^v(\d{1,5})\.([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(sealed);
      if (!match) throw new SealError('not a sealed value');
      const [iv, tag, text] = [match[2], match[3], match[4]].map((part) =>
        Buffer.from(part ?? '', 'base64url'),
      );
      if (!iv || !tag || !text) throw new SealError('not a sealed value');
      return decrypt(keyOf(Number(match[1])).box, place, iv, tag, text).toString('utf8');
    },
    sealBytes(place, plain) {
      const { iv, tag, text } = encrypt(newest.box, place, plain);
      return Buffer.concat([
        MAGIC,
        Buffer.from([newest.version >> 8, newest.version & 255, 0]),
        iv,
        tag,
        text,
      ]);
    },
    openBytes(place, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (bytes.length < HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
        throw new SealError('not a sealed file');
      }
      const ivAt = MAGIC.length + 3;
      const key = keyOf(bytes.readUInt16BE(MAGIC.length));
      const iv = bytes.subarray(ivAt, ivAt + IV_BYTES);
      return decrypt(
        key.box,
        place,
        iv,
        bytes.subarray(ivAt + IV_BYTES, HEADER_BYTES),
        bytes.subarray(HEADER_BYTES),
      );
    },
    blindIndex: (purpose, value) => indexWith(newest, purpose, value),
    blindIndexes: (purpose, value) => keys.map((key) => indexWith(key, purpose, value)),
    isStale: (sealed) => !sealed.startsWith(`v${newest.version}.`),
  };
}
