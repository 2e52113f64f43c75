import { timingSafeEqual } from 'node:crypto';
import { linkKinds, type LinkKind } from '#domain/api/link.ts';
import type { Parts } from '../parts.ts';
import type { Seal } from '../store/seal.ts';

const HOUR_MS = 3_600_000;

/**
 * How long a link counts. One that is sent or shown is opened the same day or never; a printed one lies in a drawer
 * beside its policy, which is renewed after a year.
 */
export const linkLifeMs: Readonly<Record<LinkKind, number>> = {
  staff: 24 * HOUR_MS,
  hotline: 24 * HOUR_MS,
  qr: 400 * 24 * HOUR_MS,
};

/** Keeps these signatures apart from every other use of the key. */
const PURPOSE = 'display-link';

/** What a page's address says of a link, as it came. */
export interface LinkQuery {
  m?: string;
  k?: string;
  e?: string;
  sig?: string;
}

const signedText = (kind: LinkKind, expires: string) => `large.${kind}.${expires}`;

/**
 * The signed query of a link that suggests the large-text page: `m=large&k=staff&e=<seconds since 1970>&sig=…`. Holds no
 * identity: the same second and kind give everybody the same link.
 * @param expiresAt ms since 1970, rounded down to a second
 */
export function signLink(seal: Seal, kind: LinkKind, expiresAt: number): string {
  const e = String(Math.floor(expiresAt / 1000));
  const sig = seal.blindIndex(PURPOSE, signedText(kind, e));
  return new URLSearchParams({ m: 'large', k: kind, e, sig }).toString();
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * What a page's address is worth: the kind of a link of ours that still counts, `expired` for one that is over or was
 * altered, nothing for an ordinary address. Links under every key of the ring count, so that a rotation spoils no paper.
 */
export function readLink(
  parts: Pick<Parts, 'seal' | 'clock'>,
  { m, k, e, sig }: LinkQuery,
): LinkKind | 'expired' | undefined {
  if (m !== 'large' && sig === undefined) return undefined;
  const kind = linkKinds.find((known) => known === k);
  if (m !== 'large' || !kind || !sig || !/^\d{1,12}$/.test(e ?? '')) return 'expired';
  const expires = e ?? '';
  const isOurs = parts.seal
    .blindIndexes(PURPOSE, signedText(kind, expires))
    .some((right) => isSame(right, sig));
  return isOurs && parts.clock.now() < Number(expires) * 1000 ? kind : 'expired';
}
